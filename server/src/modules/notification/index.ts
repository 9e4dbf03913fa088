/** notification: what is told to whom inside the product, and whether they have read it. */
export { tellPeople } from './tell-people';
export { Notification } from './notification.entity';
export { registerNotificationReads } from './notification.reads';
export { NotificationLiveResolver, NotificationResolver } from './notification.resolver';
export { NotificationService } from './notification.service';
