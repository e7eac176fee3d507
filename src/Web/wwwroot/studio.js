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

// Keeps what is typed every few seconds, and tells that the form is open. Without it the form is saved by its button alone.
for (const form of document.querySelectorAll("form[data-keep]")) {
  const kept = form.querySelector("[data-kept]");
  const others = document.querySelector("[data-others]");
  let changed = false;
  let sending = false;
  let last = Date.now();

  async function send(typed) {
    const body = typed ? new FormData(form) : new FormData();
    if (!typed) {
      body.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    }
    body.set("act", "keep");
    sending = true;
    last = Date.now();
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) {
        kept.textContent = "เก็บให้เองไม่ได้ ท่านอาจออกจากระบบแล้ว อย่าปิดหน้านี้ กดบันทึกร่างแล้วเข้าสู่ระบบอีกครั้ง";
        return;
      }
      const told = await answer.json();
      if (typed) {
        kept.textContent = told.message;
      }
      others.textContent = told.others;
      others.hidden = told.others === "";
    } catch {
      changed ||= typed;
      kept.textContent = "ไม่มีสัญญาณ สิ่งที่พิมพ์ยังอยู่ในหน้านี้ จะเก็บให้เมื่อสัญญาณกลับมา";
    } finally {
      sending = false;
    }
  }

  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  setInterval(() => {
    if (sending || document.hidden && !changed) {
      return;
    }
    if (changed && Date.now() - last > 5000) {
      changed = false;
      send(true);
    } else if (Date.now() - last > 30000) {
      send(false);
    }
  }, 1000);
}
