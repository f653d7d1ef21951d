/** How Teams draws cards, near enough to see what a reader will see: its host configuration in both themes. */
const THEMES = {
  light: { page: '#f5f5f5', card: '#ffffff', text: '#242424', subtle: '#616161', field: '#ffffff', line: '#d1d1d1',
    accent: '#5b5fc7', good: '#237b4b', warning: '#835c00', attention: '#c4314b',
    fill: { accent: '#ebebfa', good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6', emphasis: '#fafafa' } },
  dark: { page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#adadad', field: '#1f1f1f', line: '#666666',
    accent: '#9299f7', good: '#92c353', warning: '#f8d22a', attention: '#e37d80',
    fill: { accent: '#2f2f4a', good: '#223116', warning: '#3d3300', attention: '#3f1f22', emphasis: '#333333' } },
};

export const THEME_NAMES = Object.keys(THEMES);

function foreground(theme) {
  const of = (normal) => ({ default: normal, subtle: theme.subtle });
  return {
    default: of(theme.text),
    dark: of(theme.text),
    light: of(theme.subtle),
    accent: of(theme.accent),
    good: of(theme.good),
    warning: of(theme.warning),
    attention: of(theme.attention),
  };
}

export function hostConfig(name) {
  const theme = THEMES[name];
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors: foreground(theme) });
  return {
    fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    supportsInteractivity: true,
    spacing: { extraSmall: 4, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    containerStyles: {
      default: style(theme.card),
      ...Object.fromEntries(Object.entries(theme.fill).map(([fill, colour]) => [fill, style(colour)])),
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'default', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'default', color: 'default' },
      },
      errorMessage: { color: 'attention', weight: 'default', size: 'small', spacing: 'small' },
    },
    actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal',
      actionAlignment: 'left', showCard: { actionMode: 'inline', inlineTopMargin: 16 } },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { weight: 'default', wrap: true },
      spacing: 16,
    },
  };
}

export function styleSheet(name) {
  const theme = THEMES[name];
  return `
    * { box-sizing: border-box; }
    body { margin: 0; padding: 12px; background: ${theme.page}; }
    main { max-width: 600px; border: 1px solid ${theme.line}; border-radius: 4px; overflow: visible; }
    .ac-adaptiveCard { background: ${theme.card}; border-radius: 4px; }
    .ac-input, .ac-multichoiceInput { font: 14px 'Segoe UI', 'Liberation Sans', sans-serif; color: ${theme.text}; }
    input.ac-input, textarea.ac-input, select.ac-input { width: 100%; min-height: 32px; padding: 5px 11px;
      background: ${theme.field}; border: 1px solid ${theme.line}; border-radius: 4px; color-scheme: ${name}; }
    .ac-actionSet { flex-wrap: wrap; gap: 8px 0; }
    .ac-pushButton { min-height: 32px; padding: 5px 12px; border: 1px solid ${theme.line}; border-radius: 4px;
      background: ${theme.card}; color: ${theme.text}; font: 600 14px 'Segoe UI', 'Liberation Sans', sans-serif; }
    .ac-pushButton.style-positive { background: ${theme.accent}; color: ${name === 'dark' ? '#000' : '#fff'}; }
    .ac-pushButton.style-destructive { border-color: ${theme.attention}; color: ${theme.attention}; }
    a { color: ${theme.accent}; }`;
}
