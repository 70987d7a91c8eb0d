/** The colours that VS Code's default themes give a webview, as far as the report uses them. */
export const themes = {
  dark: {
    "--vscode-foreground": "#cccccc", "--vscode-editor-background": "#1f1f1f", "--vscode-panel-border": "#2b2b2b", "--vscode-list-hoverBackground": "#2a2d2e",
    "--vscode-focusBorder": "#0078d4", "--vscode-button-secondaryForeground": "#cccccc", "--vscode-button-secondaryBackground": "#313131",
    "--vscode-button-secondaryHoverBackground": "#3c3c3c", "--vscode-textLink-foreground": "#4daafc", "--vscode-input-foreground": "#cccccc",
    "--vscode-input-background": "#313131", "--vscode-input-border": "#3c3c3c", "--vscode-errorForeground": "#f85149", "--vscode-editorWarning-foreground": "#cca700",
    "--vscode-charts-red": "#f14c4c", "--vscode-charts-yellow": "#cca700", "--vscode-charts-blue": "#3794ff",
  },
  light: {
    "--vscode-foreground": "#3b3b3b", "--vscode-editor-background": "#ffffff", "--vscode-panel-border": "#e5e5e5", "--vscode-list-hoverBackground": "#f2f2f2",
    "--vscode-focusBorder": "#005fb8", "--vscode-button-secondaryForeground": "#3b3b3b", "--vscode-button-secondaryBackground": "#e5e5e5",
    "--vscode-button-secondaryHoverBackground": "#cccccc", "--vscode-textLink-foreground": "#005fb8", "--vscode-input-foreground": "#3b3b3b",
    "--vscode-input-background": "#ffffff", "--vscode-input-border": "#cecece", "--vscode-errorForeground": "#b01011", "--vscode-editorWarning-foreground": "#7a5a00",
    "--vscode-charts-red": "#e51400", "--vscode-charts-yellow": "#bf8803", "--vscode-charts-blue": "#1a85ff",
  },
  "high contrast": {
    "--vscode-foreground": "#ffffff", "--vscode-editor-background": "#000000", "--vscode-panel-border": "#6fc3df", "--vscode-focusBorder": "#f38518",
    "--vscode-contrastBorder": "#6fc3df", "--vscode-button-secondaryForeground": "#ffffff", "--vscode-button-secondaryBackground": "#000000",
    "--vscode-textLink-foreground": "#21a6ff", "--vscode-input-foreground": "#ffffff", "--vscode-input-background": "#000000", "--vscode-errorForeground": "#f48771",
    "--vscode-editorWarning-foreground": "#ffd370", "--vscode-charts-red": "#f48771", "--vscode-charts-yellow": "#ffd370", "--vscode-charts-blue": "#75beff",
  },
} as const;
