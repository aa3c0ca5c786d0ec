/** Templates and stylesheets come as text; the bundler puts them into the program. */
declare module '*?raw' {
  const text: string;
  export default text;
}
