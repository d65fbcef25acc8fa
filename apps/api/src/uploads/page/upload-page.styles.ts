/** Plain and large: read once, on any screen, by somebody who has never seen the product. */
export const UPLOAD_PAGE_STYLES = `
:root { color-scheme: light; font: 18px/1.6 system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; color: #1f2328; background: #f2f4f7; overflow-wrap: anywhere; word-break: keep-all; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: .5rem 0 1rem; outline: none; }
h2 { font-size: 1.25rem; margin: 0; outline: none; }
form, section { background: #fff; border: 1px solid #d0d7de; border-radius: .75rem; padding: 1.25rem; margin: 0 0 1rem; }
section { border-color: #1a7f37; background: #f0faf2; }
section > :last-child { margin-bottom: 0; }
p { margin: 0 0 .75rem; }
.hint, footer { color: #4b535d; font-size: 1rem; }
.label { display: block; font-weight: 600; margin: .75rem 0 .25rem; }
#place { border: 2px dashed #8c959f; border-radius: .75rem; padding: .5rem 1rem 1rem; margin: 0 0 .75rem; }
#place.over { border-color: #0550ae; background: #eef5ff; }
#place .label { margin-top: .25rem; }
input[type=file] { width: 100%; min-height: 48px; font: inherit; }
input[type=file]::file-selector-button { font: inherit; min-height: 44px; padding: 0 1rem; margin-right: .75rem; border: 1px solid #57606a; border-radius: .5rem; background: #f6f8fa; color: #1f2328; cursor: pointer; }
#place.listed { position: relative; }
#place.listed input { position: absolute; width: 1px; height: 1px; min-height: 0; opacity: 0; }
#place.listed .label { display: inline-flex; align-items: center; min-height: 52px; padding: 0 1.5rem; margin: .5rem 0; border: 1px solid #0550ae; border-radius: .5rem; color: #0550ae; background: #fff; cursor: pointer; }
#place.listed:focus-within .label { outline: 3px solid #0550ae; outline-offset: 2px; }
textarea { width: 100%; font: inherit; padding: .5rem .75rem; border: 1px solid #57606a; border-radius: .5rem; }
ul { list-style: none; padding: 0; margin: 0 0 .75rem; }
li { display: flex; align-items: center; gap: .75rem; border-bottom: 1px solid #d0d7de; padding: .25rem 0; }
li span { flex: 1; min-width: 0; }
li small { color: #4b535d; white-space: nowrap; }
button, .button { display: inline-block; font: inherit; font-weight: 600; min-height: 52px; padding: .5rem 2rem; border: 1px solid #0550ae; border-radius: .5rem; background: #0550ae; color: #fff; text-decoration: none; cursor: pointer; }
button.plain, li button { background: #fff; color: #0550ae; }
li button { min-height: 44px; min-width: 44px; padding: 0 .5rem; font-weight: 400; border-color: #8c959f; }
button:disabled { background: #e4e8ed; border-color: #8c959f; color: #57606a; cursor: default; }
.acts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0 0; }
.problem { color: #a40e26; font-weight: 600; }
.problem:empty { display: none; }
progress { width: 100%; height: 1.25rem; accent-color: #0550ae; }
:focus-visible { outline: 3px solid #0550ae; outline-offset: 2px; }
@media (max-width: 30rem) { .acts button { flex: 1 1 100%; } }
`;
