import { theme as antd, type ThemeConfig } from 'antd';

export type Shade = 'light' | 'dark';

/** Text, ground and edge of the small coloured labels; every pair passes WCAG AA (4.5:1). */
interface Tone {
  text: string;
  ground: string;
  edge: string;
}
export type ToneName = 'good' | 'warn' | 'bad' | 'info' | 'neutral';

interface Palette {
  tones: Record<ToneName, Tone>;
  page: string;
  surface: string;
  raised: string;
  text: string;
  textSoft: string;
  line: string;
  link: string;
  hover: string;
  track: string;
  selected: string;
}

const palettes: Record<Shade, Palette> = {
  light: {
    tones: {
      good: { text: '#135200', ground: '#f1fbe9', edge: '#b7e08f' },
      warn: { text: '#613400', ground: '#fff8e1', edge: '#f5d675' },
      bad: { text: '#820014', ground: '#fff1f0', edge: '#ffb3ad' },
      info: { text: '#003a8c', ground: '#eaf3ff', edge: '#a9cdfb' },
      neutral: { text: '#424a56', ground: '#f2f4f7', edge: '#d8dde4' },
    },
    page: '#f4f6f9',
    surface: '#ffffff',
    raised: '#ffffff',
    text: '#1b222c',
    textSoft: '#596270',
    line: '#e3e7ed',
    link: '#0958d9',
    hover: '#f2f5f9',
    track: '#e9edf3',
    selected: '#e8f1ff',
  },
  dark: {
    tones: {
      good: { text: '#b5e88d', ground: '#17261a', edge: '#2c4a2a' },
      warn: { text: '#ffd978', ground: '#2b2412', edge: '#57481c' },
      bad: { text: '#ffb0aa', ground: '#32181a', edge: '#6a2a2c' },
      info: { text: '#9fcbff', ground: '#14243a', edge: '#254468' },
      neutral: { text: '#c5ccd6', ground: '#262d37', edge: '#3b4450' },
    },
    page: '#0f1319',
    surface: '#171d25',
    raised: '#1f2630',
    text: '#e8ecf1',
    textSoft: '#a3adba',
    line: '#2b333e',
    link: '#79b0ff',
    hover: '#1e2530',
    track: '#0f1319',
    selected: '#1a2b45',
  },
};

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** antd in our colours; the default ones fail WCAG AA in both shades. */
export function antdTheme(shade: Shade, wide: boolean): ThemeConfig {
  const palette = palettes[shade];
  return {
    algorithm: shade === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      borderRadius: 8,
      controlHeight: wide ? 36 : 44,
      colorPrimary: shade === 'dark' ? '#1668dc' : '#0958d9',
      colorInfo: shade === 'dark' ? '#1668dc' : '#0958d9',
      colorError: shade === 'dark' ? '#f37370' : '#cf1322',
      colorLink: palette.link,
      colorLinkHover: palette.link,
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorderSecondary: palette.line,
      colorText: palette.text,
      colorTextSecondary: palette.textSoft,
      colorTextDescription: palette.textSoft,
      colorTextTertiary: palette.textSoft,
      colorTextPlaceholder: palette.textSoft,
    },
    components: {
      Menu: {
        itemSelectedColor: palette.link,
        itemSelectedBg: palette.selected,
        itemBg: 'transparent',
        activeBarBorderWidth: 0,
      },
      Table: {
        headerBg: palette.surface,
        headerColor: palette.textSoft,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.hover,
        cellPaddingBlock: 12,
      },
      Segmented: { trackBg: palette.track, itemSelectedColor: palette.text, itemColor: palette.textSoft },
      Button: { defaultShadow: 'none', primaryShadow: 'none' },
    },
  };
}

/** The same colours for our own style sheets, as `--ac-…` properties of the document. */
export function cssProperties(shade: Shade): Record<string, string> {
  const { tones, ...colours } = palettes[shade];
  const properties: Record<string, string> = { '--ac-font': fontFamily };
  for (const [name, colour] of Object.entries(colours)) {
    properties[`--ac-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = colour;
  }
  for (const [name, tone] of Object.entries(tones)) {
    properties[`--ac-${name}-text`] = tone.text;
    properties[`--ac-${name}-ground`] = tone.ground;
    properties[`--ac-${name}-edge`] = tone.edge;
  }
  return properties;
}
