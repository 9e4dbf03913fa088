import type { AgreedFact, CalendarPinnedFact, Fact, ReportedFact } from '../src/facts/index.js';
import type { ClockState, SupersedingReason } from '../src/clocks/clock-result.js';
import type { ClockKind, ClockRule, Reminder } from '../src/policy/index.js';
import { chooseCalendarRule, chooseClockRule, circumstances } from './choosing.js';
import { Blocked } from './blocked.js';
import { counts } from './lives.js';
import type { Life } from './lives.js';
import { instantOf, minuteOf } from './minutes.js';
import type { Minute, Window } from './minutes.js';
import type { Case, Course, Refused, Superseded, Target } from './target.js';
import { count, daysUntil, kindAt, length, measure, reach, spans, stands } from './timeline.js';
import type { Timeline } from './timeline.js';
import type { Verdict } from './verdict.js';
import { workingTime } from './working-time.js';
import type { WorkingTime } from './working-time.js';

const needsCalendar = ({ target }: ClockRule) => target !== 'no-target' && target.basis !== 'natural';

/** One kind of promise in one life. */
export class Clock {
  readonly #input: Case;
  readonly #report: ReportedFact;
  readonly #facts: readonly Fact[];
  readonly #life: Life;
  readonly #kind: ClockKind;
  readonly #key: string;
  readonly #window: Window;
  readonly #blocked: Blocked;

  constructor(
    input: Case,
    report: ReportedFact,
    facts: readonly Fact[],
    life: Life,
    kind: ClockKind,
    key: string,
    lives: readonly Life[],
    window: Window,
  ) {
    this.#input = input;
    this.#report = report;
    this.#facts = facts;
    this.#life = life;
    this.#kind = kind;
    this.#key = key;
    this.#window = window;
    this.#blocked = new Blocked(input.policy, kind, facts, life, lives, window);
  }

  /** The facts of the life, its first and last moment included. */
  #ofLife(): readonly Fact[] {
    const { begin, end } = this.#life;
    return this.#facts.filter(({ at }) => minuteOf(at) >= begin && (end === null || minuteOf(at) <= end));
  }

  #until(moment: Minute): readonly Fact[] {
    return this.#facts.filter(({ at }) => minuteOf(at) <= moment);
  }

  /** Whether some time between `due` and `until` was neither paused nor closed. */
  #lateBetween(due: Minute | null, until: Minute): boolean {
    if (due === null || until <= due) return false;
    const line = { pauses: this.#blocked.pauses(until), closed: this.#blocked.closed(until), stop: null };
    for (let minute = due; minute < until; minute++) if (!stands(minute, line)) return true;
    return false;
  }

  /** The event that stops it; what seemed to be the end of an earlier life is none, once that is known. */
  #stopFrom(target: Target, start: Minute, asOf: Minute): Minute | null {
    const { stopsAt } = target.choice.rule;
    const lastBegin = Math.max(
      this.#life.begin,
      ...this.#life.closed.map(({ to }) => to).filter((to) => to <= asOf),
    );
    const from = stopsAt === 'resolved' || stopsAt === 'closed' ? lastBegin : this.#life.begin;
    const stop = this.#ofLife().find(
      (fact) => counts(fact, stopsAt) && minuteOf(fact.at) >= start && minuteOf(fact.at) >= from,
    );
    return stop ? minuteOf(stop.at) : null;
  }

  /** Where it starts, by the facts of a moment. */
  #start(target: Target, moment: Minute): Minute | null {
    const { startsAt } = target.choice.rule;
    const event = this.#ofLife().find((fact) => counts(fact, startsAt) && minuteOf(fact.at) <= moment);
    let start = startsAt === 'reported' ? this.#life.begin : event ? minuteOf(event.at) : null;
    if (target.agreedFirst !== null) start = Math.min(start ?? target.agreedFirst, target.agreedFirst);
    const stop = start === null ? null : this.#stopFrom(target, start, moment);
    for (const fact of this.#ofLife()) {
      if (fact.kind !== 'absorbed' || minuteOf(fact.at) > moment) continue;
      if (stop !== null && stop <= minuteOf(fact.at)) continue;
      const there = startsAt === 'reported' ? fact.reportedAt : fact.started?.[startsAt];
      if (there !== undefined) start = Math.min(start ?? minuteOf(there), minuteOf(there));
    }
    const { countsFrom } = target;
    return start !== null && countsFrom !== null && start < countsFrom ? countsFrom : start;
  }

  /** The moment at which it ended, by the facts of a moment; its event or the end of the life. */
  #stop(target: Target, start: Minute | null, moment: Minute, asOf = moment): Minute | null {
    const stop = start === null ? null : this.#stopFrom(target, start, asOf);
    if (stop !== null && stop <= moment) return stop;
    const { end } = this.#life;
    return end !== null && end <= moment ? end : null;
  }

  /** Along which a due moment lies: an agreement is not moved by pauses that it knew of. */
  #line(target: Target, by: WorkingTime | null, stop: Minute | null, asOf: Minute): Timeline {
    const { agreement } = target;
    return {
      by,
      stop,
      pauses: this.#blocked.pauses(asOf, agreement && minuteOf(agreement.at)),
      closed: this.#blocked.closed(asOf),
    };
  }

  #due(target: Target, line: Timeline, start: Minute | null): Minute | null {
    if (start === null) return null;
    if (target.agreement) {
      const { at, due } = target.agreement;
      return reach({ ...line, by: null }, minuteOf(at), minuteOf(due - at));
    }
    const promised = target.choice.rule.target;
    return promised === 'no-target' ? null : measure(promised, line, start);
  }

  /** The version of the calendar that counts, by what is known at `moment`. */
  #calendar(target: Target, start: Minute | null, moment: Minute): WorkingTime | null {
    const versions = this.#input.calendars
      .filter(({ key }) => key === target.calendarKey)
      .sort((a, b) => a.version - b.version);
    const published = versions.filter(({ publishedAt }) => publishedAt <= this.#report.recordedAt);
    const pins = this.#until(moment).filter(
      (fact): fact is CalendarPinnedFact =>
        fact.kind === 'calendar-pinned' &&
        fact.calendar === target.calendarKey &&
        (fact.clock === undefined || fact.clock === this.#key),
    );
    const ofVersion = (version: number) => versions.find((calendar) => calendar.version === version);
    let calendar = published.at(-1) ?? versions[0];
    for (const pin of pins) {
      const at = minuteOf(pin.at);
      const started = at <= (start ?? at) ? null : this.#start(target, at);
      if (started !== null && at > started && calendar) {
        if (this.#stop(target, started, at, moment) !== null) continue;
        const line = this.#line(target, workingTime(calendar, this.#window), null, at);
        if (this.#lateBetween(this.#due(target, line, started), at)) continue;
      }
      calendar = ofVersion(pin.version) ?? calendar;
    }
    return calendar ? workingTime(calendar, this.#window) : null;
  }

  /** A target as it stands at a moment, or as it ends there because no rule applies any more. */
  #at(target: Target, moment: Minute, dropped = false) {
    const start = this.#start(target, moment);
    const by = this.#calendar(target, start, moment);
    const stop = dropped ? moment : this.#stop(target, start, moment);
    // what had stopped it, as far as was known, ended its pauses too
    const line = this.#line(target, by, this.#stop(target, start, moment) ?? stop, moment);
    const due = this.#due(target, line, start);
    return { start, by, line, due, stop, late: start !== null && this.#lateBetween(due, stop ?? moment) };
  }

  #stepsUntil(target: Target, moment: Minute): Verdict['steps'] {
    const { start, line, due } = this.#at(target, moment);
    return this.#steps(target, line, start, due).filter(({ at }) => minuteOf(at) <= moment);
  }

  #entry(target: Target, at: Minute, because: SupersedingReason, state?: Superseded['state']): Superseded {
    const { start, due } = this.#at(target, at);
    const late = this.#lateBetween(due, at);
    const { rule } = target.choice;
    const none = rule.target === 'no-target' && !target.agreement;
    return {
      version: target.version,
      rule: rule.id,
      at: instantOf(at),
      because,
      state: state ?? (none ? 'no-target' : late ? 'missed' : 'cancelled'),
      startedAt: start === null ? null : instantOf(start),
      dueAt: due === null ? null : instantOf(due),
    };
  }

  #choose(moment: Minute) {
    const now = circumstances(this.#input.policy, this.#report, this.#until(moment));
    const choice = chooseClockRule(this.#input.policy, this.#kind, now);
    const calendar = chooseCalendarRule(this.#input.policy, this.#kind, now);
    return choice && { choice, calendarKey: calendar?.rule.calendar ?? null };
  }

  #severityBefore(moment: Minute) {
    const before = this.#facts.filter(({ at }) => minuteOf(at) < moment);
    return circumstances(this.#input.policy, this.#report, before).severity;
  }

  /** The agreement that counts among those of one moment; the others are noted. */
  #acceptable(facts: readonly Fact[], late: boolean, refused: Refused): AgreedFact | null {
    const rule = this.#input.policy.agreements;
    let agreement: AgreedFact | null = null;
    for (const fact of facts) {
      if (fact.kind !== 'agreed' || fact.clock !== this.#kind) continue;
      const { at, due } = fact;
      if (!rule?.kinds.includes(this.#kind)) refused.push({ at, reason: 'NOT_AGREEABLE' });
      else if (due <= at) refused.push({ at, reason: 'IN_THE_PAST' });
      else if (late && !rule.afterDue) refused.push({ at, reason: 'TOO_LATE' });
      else agreement = fact;
    }
    return agreement;
  }

  /** What was agreed at the very beginning of the life, in the first life also before it. */
  #agreedAtOpening(refused: Refused): AgreedFact | null {
    const { begin, number } = this.#life;
    const facts = this.#until(begin).filter(({ at }) => number === 1 || minuteOf(at) === begin);
    return this.#acceptable(facts, false, refused);
  }

  /** `before`: what the clock came to before its ticket was reopened, if it goes on. */
  course(before: Verdict | null, nowMinute: Minute): Course | null {
    const life = this.#life;
    const { policy } = this.#input;
    const superseded = before ? [...undone(before, life.begin)] : [];
    const refused: Refused = [];
    const earlier: Verdict['steps'][number][] = [...(before?.steps ?? [])];
    let droppedAt: Minute | null = null;
    const first = this.#choose(life.begin);
    const version = superseded.length + 1;
    const plain = { version, agreement: null, agreedFirst: null, countsFrom: null };
    const opening = first && this.#agreedAtOpening(refused);
    let target: Target | null = first && {
      ...first,
      ...plain,
      agreement: opening,
      agreedFirst: opening && life.begin,
      since: life.begin,
    };
    if (life.madeClosed) return target && { verdict: this.#empty(target, refused), fulfilledBy: null };

    const changing = this.#ofLife().filter(
      (fact) =>
        minuteOf(fact.at) > life.begin &&
        (fact.kind === 'severity-set' ||
          fact.kind === 'site-corrected' ||
          fact.kind === 'customer-corrected' ||
          fact.kind === 'coverage-decided' ||
          (fact.kind === 'agreed' && fact.clock === this.#kind)),
    );
    for (const moment of new Set(changing.map(({ at }) => minuteOf(at)))) {
      if (droppedAt !== null) break;
      const choice = this.#choose(moment);
      const becameAnother =
        this.#severityBefore(moment) !== circumstances(policy, this.#report, this.#until(moment)).severity;
      const counted = becameAnother && policy.severity?.countsFrom === 'change' ? moment : null;
      const here = changing.filter(({ at }) => minuteOf(at) === moment);
      if (target && this.#stop(target, this.#start(target, nowMinute), moment, nowMinute) !== null) continue;
      const late = target !== null && this.#lateBetween(this.#at(target, moment).due, moment);
      const agreement = this.#acceptable(here, late, refused);
      const changed = here.filter(({ kind }) => kind !== 'agreed').map(({ kind }) => kind);
      const because: SupersedingReason = changed.includes('severity-set')
        ? 'severity'
        : changed[0] === 'site-corrected'
          ? 'site'
          : changed[0] === 'customer-corrected'
            ? 'customer'
            : 'coverage';
      if (target === null) {
        const agreedFirst = agreement && moment;
        const agreed = { agreement, agreedFirst, since: moment, countsFrom: counted };
        target = choice && { ...choice, ...plain, ...agreed };
      } else if (agreement) {
        superseded.push(this.#entry(target, moment, 'agreement'));
        earlier.push(...this.#stepsUntil(target, moment));
        target = {
          ...target,
          ...(target.agreement ? null : choice),
          version: target.version + 1,
          agreement,
          agreedFirst: target.agreedFirst ?? moment,
          since: moment,
          countsFrom: counted ?? target.countsFrom,
        };
      } else if (!choice) {
        if (!target.agreement) droppedAt = moment;
      } else if (
        !target.agreement &&
        (choice.choice.rule.id !== target.choice.rule.id ||
          (needsCalendar(choice.choice.rule) && choice.calendarKey !== target.calendarKey))
      ) {
        superseded.push(this.#entry(target, moment, because));
        earlier.push(...this.#stepsUntil(target, moment));
        target = {
          ...choice,
          version: target.version + 1,
          agreement: null,
          agreedFirst: null,
          since: moment,
          countsFrom: counted ?? target.countsFrom,
        };
      }
    }
    return target && this.#finish(target, superseded, earlier, refused, droppedAt, nowMinute);
  }

  #empty(target: Target, refused: Refused): Verdict {
    const { rule, losing } = target.choice;
    const by = needsCalendar(rule) ? this.#calendar(target, null, this.#life.begin) : null;
    const inDays = rule.target !== 'no-target' && rule.target.basis === 'working-days';
    return {
      key: this.#key,
      kind: this.#kind,
      version: target.version,
      rule: rule.id,
      losing,
      calendar: by && !target.agreement ? { key: by.calendar.key, version: by.calendar.version } : null,
      state: rule.target === 'no-target' && !target.agreement ? 'no-target' : 'cancelled',
      startedAt: null,
      plannedAt: null,
      dueAt: null,
      stoppedAt: null,
      spans: [],
      elapsed: {
        actual: 0,
        working: 0,
        paused: 0,
        overrun: 0,
        days: inDays && !target.agreement ? 0 : null,
        left: null,
      },
      provisional: false,
      superseded: [],
      steps: [],
      refused,
    };
  }

  #finish(
    target: Target,
    superseded: readonly Superseded[],
    earlier: Verdict['steps'],
    refused: Verdict['refused'],
    droppedAt: Minute | null,
    nowMinute: Minute,
  ): Course {
    const { rule, losing } = target.choice;
    const moment = droppedAt ?? nowMinute;
    const { start, by, line, due, stop: end, late } = this.#at(target, moment, droppedAt !== null);
    const until = end ?? nowMinute;
    const fulfilled =
      droppedAt === null &&
      start !== null &&
      end !== null &&
      this.#stopFrom(target, start, nowMinute) === end;
    const promised = rule.target;
    const none = promised === 'no-target' && !target.agreement;
    const state: ClockState = none
      ? 'no-target'
      : start === null
        ? end === null
          ? 'not-started'
          : 'cancelled'
        : late
          ? 'missed'
          : fulfilled
            ? 'met'
            : end !== null
              ? 'cancelled'
              : this.#blocked.pauses(moment).at(until) > 0
                ? 'paused'
                : 'running';
    const byCalendar = promised !== 'no-target' && promised.basis !== 'natural' && !target.agreement;
    const pauses = this.#blocked.pauses(moment);
    const whole = {
      by: byCalendar ? by : null,
      pauses,
      closed: this.#blocked.closed(moment),
      stop: line.stop,
    };
    const inDays = !target.agreement && promised !== 'no-target' && promised.basis === 'working-days';
    const from = start ?? until;
    const days = !inDays
      ? null
      : by && start !== null
        ? daysUntil(promised, { ...whole, by }, start, until)
        : 0;
    const sum = count(whole, from, until);
    const planned =
      rule.planned && start !== null && !target.agreement
        ? measure(rule.planned, { ...whole, by }, start)
        : null;
    const verdict: Verdict = {
      key: this.#key,
      kind: this.#kind,
      version: target.version,
      rule: rule.id,
      losing,
      calendar: byCalendar && by ? { key: by.calendar.key, version: by.calendar.version } : null,
      state,
      startedAt: start === null ? null : instantOf(start),
      plannedAt: planned === null ? null : instantOf(planned),
      dueAt: due === null ? null : instantOf(due),
      stoppedAt: end === null || start === null ? null : instantOf(end),
      spans: start === null ? [] : spans(whole, start, end, nowMinute),
      elapsed: {
        actual: instantOf(until - from),
        working: instantOf(sum.running),
        paused: instantOf(sum.paused),
        overrun: due === null ? 0 : instantOf(count(whole, Math.max(due, from), until).running),
        days,
        left:
          end !== null || due === null
            ? null
            : late
              ? 0
              : instantOf(count(target.agreement ? { ...line, by: null } : whole, until, due).running),
      },
      provisional: byCalendar && by !== null && start !== null && by.leavesKnown(start, due),
      superseded,
      steps: [...earlier, ...this.#steps(target, line, start, due)],
      refused,
    };
    return { verdict, fulfilledBy: fulfilled ? rule.stopsAt : null };
  }

  /** Steps from the own beginning of a target to the stop of its clock. */
  #steps(target: Target, line: Timeline, start: Minute | null, due: Minute | null): Verdict['steps'] {
    if (start === null || due === null) return [];
    const begins = Math.max(start, target.since);
    return (target.choice.rule.reminders ?? []).flatMap((reminder) => {
      const at = this.#stepAt(reminder, line, due, begins);
      if (at === null || (line.stop !== null && at > line.stop)) return [];
      return [{ key: `${this.#key}#${target.version}/${reminder.id}`, at: instantOf(at) }];
    });
  }

  #stepAt({ at, by: distance }: Reminder, line: Timeline, due: Minute, begins: Minute): Minute | null {
    if (at === 'due' || !distance) return Math.max(due, begins);
    const along = distance.basis === 'natural' ? { ...line, by: null } : line;
    if (at === 'after') {
      const after = reach(along, due, length(distance));
      return after === null ? null : Math.max(after, begins);
    }
    let left = length(distance);
    let minute = due;
    while (left > 0) {
      minute--;
      if (minute < begins) return null;
      if (kindAt(minute, along) === 'running') left--;
    }
    while (minute > begins && kindAt(minute - 1, along) !== 'running') minute--;
    return minute;
  }
}

/** What a clock came to before its ticket was reopened. */
function undone(verdict: Verdict, at: Minute): readonly Superseded[] {
  const { state, version, rule, startedAt, dueAt } = verdict;
  return [
    ...verdict.superseded,
    {
      version,
      rule,
      at: instantOf(at),
      because: 'reopened',
      state: state === 'met' || state === 'missed' || state === 'no-target' ? state : 'cancelled',
      startedAt,
      dueAt,
    },
  ];
}
