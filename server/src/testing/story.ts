/** Support for tests that tell a story: a running product on a database of its own, a clock to set, people who sign in. */
export { openHouse, type StoryHouse, type StoryOptions } from './story-house';
export { anonymous, clientOf, type Answer, type StoryClient, type Subscribed } from './story-client';
export { done, mutate, type Mutated, type StoryRefusal } from './story-mutation';
export { type StaffName, type StoryDealer, type StorySlug, type StoryTenant } from './story-people';
export { instant, local, StoryClock, storyStart } from './story-clock';
export { openPortal, type PortalSession } from './story-portal';
export { StoryDesk } from './story-desk';
export { refusal, refused, sentence, type StoryTicket } from './story-ticket';
