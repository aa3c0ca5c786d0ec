/**
 * The colours of 台账: ink (黛) for what can be acted upon, cinnabar (朱砂) for the mark and for what is late,
 * paper for the ground. Text pairs keep at least 4.5:1 against their own ground.
 */
export interface Palette {
  ink: string;
  inkButton: string;
  inkSoft: string;
  link: string;
  cinnabar: string;
  success: string;
  warning: string;
  text: string;
  textSecondary: string;
  textFaint: string;
  border: string;
  borderSoft: string;
  ground: string;
  surface: string;
  raised: string;
  hover: string;
}

export const lightPalette: Palette = {
  ink: '#24476b',
  inkButton: '#24476b',
  inkSoft: '#e7eef5',
  link: '#1f4f82',
  cinnabar: '#b4301f',
  success: '#1f6b45',
  warning: '#8f5a00',
  text: '#1b2330',
  textSecondary: '#4b5565',
  textFaint: '#616b7a',
  border: '#d5d3cc',
  borderSoft: '#e6e4de',
  ground: '#f6f5f1',
  surface: '#ffffff',
  raised: '#ffffff',
  hover: '#f4f6f8',
};

export const darkPalette: Palette = {
  ink: '#8db8e6',
  inkButton: '#3a6a9e',
  inkSoft: '#1f2f42',
  link: '#9cc4ef',
  cinnabar: '#f0705c',
  success: '#7fd1a4',
  warning: '#eec06a',
  text: '#e8eaee',
  textSecondary: '#b4bcc8',
  textFaint: '#96a0af',
  border: '#3a414d',
  borderSoft: '#2b313b',
  ground: '#12151a',
  surface: '#1a1e25',
  raised: '#222731',
  hover: '#20262f',
};
