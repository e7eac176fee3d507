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

// Puts a text that is there to be sent on into the clipboard.
for (const area of document.querySelectorAll("textarea[data-copy]")) {
  if (navigator.clipboard) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: area.dataset.copy });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(area.value);
      button.textContent = "คัดลอกแล้ว";
    });
    area.after(button);
  }
}
