import type { Translated } from '@taizhang/ui';
import type { accountChinese } from './account-chinese.ts';

export const accountEnglish: Translated<typeof accountChinese> = {
  secondFactor: {
    intro:
      'The password is right. Enter the six digits that your authenticator shows; without your phone, use a recovery code.',
    code: 'Code or recovery code',
    submit: 'Continue',
    back: 'Use another account',
  },
  signInBy: 'Continue with {{name}}',
  signInOr: 'or with a local account',
  setUpPending:
    'This hub is not set up yet. Find the set-up link on the console that runs it, and open that.',
  ownAccount: {
    title: 'My account',
    subtitle: 'Password, second factor and where you are signed in',
    menu: 'My account',
    passwordTitle: 'Change the password',
    oldPassword: 'Old password',
    newPassword: 'New password',
    newPasswordHint:
      'At least 12 characters, without your login name or name; a sentence that only you know is easy to keep.',
    repeatPassword: 'The new password again',
    changePassword: 'Change password',
    passwordChanged: 'The password is changed; you are signed out everywhere else',
    noPassword:
      'You sign in without a password of this hub: the system that signs you in keeps password and second factor.',
    totpTitle: 'Second factor',
    totpOff:
      'A code beside the password at each sign-in: a password that leaks is not enough for others.',
    totpOn: 'On. {{count}} recovery codes left.',
    totpBegin: 'Turn on',
    totpScan:
      'Scan the code with the authenticator on your phone, then enter the six digits it shows.',
    totpSecret: 'Where you cannot scan, type this secret:',
    totpQr: 'QR code of the second factor',
    code: 'Six digits',
    totpConfirm: 'Confirm',
    totpDisable: 'Turn off',
    totpDisabled: 'The second factor is off',
    password: 'Password',
    codesTitle: 'Keep these recovery codes',
    codesIntro:
      'Each stands in for the phone once. They are shown only now: write them down or print them, and lock them away.',
    codesSaved: 'I have kept them',
    sessionsTitle: 'Where you are signed in',
    sessionCurrent: 'This one',
    sessionEnd: 'End session',
    sessionEnded: 'That session is over',
    sessionSince: 'Since {{since}}, last used {{seen}}',
    sessionUnknown: 'Unknown browser',
    sessionMethods: { PASSWORD: 'Password', OIDC: 'Single sign-on', DEMO: 'Demo person' },
  },
  requiredStep: {
    CHANGE_PASSWORD: {
      title: 'Change your first password',
      intro: 'Somebody else gave you this password. Choose one that only you know, then go on.',
    },
    ENROL_TOTP: {
      title: 'Turn on a second factor',
      intro: 'This hub asks for a second factor at the sign-in of your role.',
    },
  },
  setUp: {
    title: 'First set-up',
    intro:
      'Make the district and three administrators. They check each other: nobody may be two of them.',
    districtTitle: 'District',
    districtCode: 'Code of the district',
    districtCodeHint: 'Capital letters, digits and hyphens, such as MH; hard to change later.',
    districtName: 'Name of the district',
    systemTitle: 'System administrator (you)',
    systemHint: 'Manages organizations, people and accounts. This password is yours to keep.',
    securityTitle: 'Security administrator',
    securityHint:
      'Grants roles, keeps API clients and sessions. Tell them the temporary password in person; they must change it.',
    auditTitle: 'Audit administrator',
    auditHint:
      'Reads and checks the audit log. Tell them the temporary password in person; they must change it.',
    displayName: 'Name',
    loginName: 'Login name',
    password: 'Password',
    next: 'Next',
    previous: 'Back',
    submit: 'Finish',
    isDone: 'This hub is set up already: sign in.',
    enter: 'Enter the console',
    doneTitle: 'The hub is set up',
    doneIntro:
      'You are signed in as the system administrator. Note the temporary passwords of the two others first.',
    tell: 'Tell the two others',
    noToken: 'The set-up link is not complete: copy all of it from the console.',
  },
};
