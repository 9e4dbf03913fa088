import { wrongVersion } from '../../platform/aggregates';
import { Refusal } from '../../platform/errors';

/** The same for a view that is not there, one that is not shared, and one that is somebody else's to change. */
export const viewNotFound = () =>
  new Refusal('NOT_FOUND', ['viewId'], {
    zh: '没有找到您可以修改的这个视图；如需调整他人共享的视图，请另存为自己的视图。',
    en: 'There is no such view of yours; save one that others share as your own to change it.',
  });

export const wrongViewVersion = (versions: { expected: number; current: number }, changed: string[]) =>
  wrongVersion({ zh: '视图', en: 'view' }, versions, changed, {
    zh: '这个视图刚刚在别处修改过，请查看最新内容后再保存。',
    en: 'The view was changed elsewhere meanwhile. Look at it again, then save.',
  });

export const mayNotShare = () =>
  new Refusal('FORBIDDEN', ['shared'], {
    zh: '您的角色不能共享视图，请保存为个人视图，或请服务台同事共享。',
    en: 'Your roles do not let you share views. Keep it for yourself, or ask the desk to share it.',
  });

export const noColumns = () =>
  new Refusal('REQUIRED', ['columns'], {
    zh: '请至少选择一列。',
    en: 'Choose at least one column.',
  });

export const tooManyViews = (most: number) =>
  new Refusal('INVALID', ['name'], {
    zh: `您已保存 ${most} 个视图，请先删除不再使用的视图。`,
    en: `You keep ${most} views already; delete one that you no longer use.`,
  });
