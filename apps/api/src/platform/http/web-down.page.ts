/** What people see while the Next server is away; it asks again by itself. */
export const WEB_DOWN_PAGE = `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3">
<title>Dangol</title>
<style>
body { font: 16px/1.6 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; color: #1f2328; background: #f6f8fa; }
main { max-width: 32rem; padding: 2rem; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
p { margin: 0 0 1.5rem; }
</style>
</head>
<body>
<main>
<section><h1>화면을 불러올 수 없습니다</h1><p>화면 서버가 잠시 응답하지 않습니다. 3초마다 다시 시도합니다. 받은 메시지는 계속 저장되고 있습니다.</p></section>
<section lang="en"><h1>The screen cannot be loaded</h1><p>The page server is not answering right now. This page tries again every 3 seconds. Incoming messages are still being stored.</p></section>
</main>
</body>
</html>
`;
