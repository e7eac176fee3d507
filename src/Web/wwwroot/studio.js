// Asks before a page with unsaved changes is left. Everything works without it.
for (const form of document.querySelectorAll("form[data-guard]")) {
  let changed = document.querySelector(".error-summary") !== null;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "preview") {
      changed = false;
    }
  });
  addEventListener("beforeunload", (event) => {
    if (changed) {
      event.preventDefault();
    }
  });
}
