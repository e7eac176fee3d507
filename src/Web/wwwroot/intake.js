// Shows how far a sheet has come without pressing the link. Everything works without it.
const pause = 1500;

async function look() {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = answer.ok ? page.getElementById("intake-progress") : null;
    if (answer.ok && !fresh) {
      location.reload();
      return;
    }
    if (fresh) {
      document.getElementById("intake-progress").replaceChildren(...fresh.childNodes);
    }
  } catch {
    // The line was gone for a moment.
  }
  setTimeout(look, pause);
}

setTimeout(look, pause);
