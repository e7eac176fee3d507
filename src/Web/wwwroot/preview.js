// Shows beside the box what readers would see of it, some moments after typing stops. Without it a button of the form does.
const room = document.querySelector(".writing");
const form = room?.closest("form");
const body = room?.querySelector("#Body");

if (form && body) {
  const frame = room.querySelector("iframe");
  const said = room.querySelector(".preview-said");
  const buttons = [...room.querySelectorAll(".switch button")];
  const pause = 800;
  // Leaves a member most of what the portal takes in a minute.
  const between = 2500;
  let shown = null;
  let isAsking = false;
  let last = 0;
  let timer = 0;

  const place = () => frame.contentDocument?.querySelector("[data-body]");

  // Said once: what is read aloud does not begin anew with each letter.
  function say(sentence) {
    if (said.textContent !== sentence) {
      said.textContent = sentence;
    }
  }

  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(ask, Math.max(wait, last + between - Date.now()));
  }

  function put(html) {
    const answer = new DOMParser().parseFromString(html, "text/html").querySelector("[data-body]");
    if (answer) {
      place().replaceChildren(...answer.childNodes);
    }
    return answer !== null;
  }

  async function ask() {
    const typed = body.value;
    // One at a time, and only where somebody looks at it.
    if (isAsking || typed === shown || frame.offsetParent === null || !place()) {
      return;
    }
    isAsking = true;
    last = Date.now();
    let again = 0;
    try {
      const fields = new URLSearchParams({ act: "live", "Form.Body": typed, __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
      const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
      const text = await answer.text();
      if (answer.ok && put(text)) {
        shown = typed;
        say("");
      } else if (answer.status === 422) {
        shown = typed;
        say(`ตัวอย่างยังเป็นของเมื่อครู่ ${text}`);
      } else if (answer.status === 429) {
        again = 1000 * (Number(answer.headers.get("retry-after")) || 10);
        say("มีคนใช้พร้อมกันมาก ตัวอย่างยังเป็นของเมื่อครู่ สิ่งที่พิมพ์ยังอยู่ครบ จะลองใหม่ให้เอง");
      } else if (answer.status === 413) {
        shown = typed;
        say("เนื้อความยาวเกินไป ตัวอย่างยังเป็นของเมื่อครู่ สิ่งที่พิมพ์ยังอยู่ครบ");
      } else {
        shown = typed;
        say("ดูตัวอย่างไม่ได้ ท่านอาจออกจากระบบแล้ว อย่าปิดหน้านี้ กดบันทึกร่างแล้วเข้าสู่ระบบอีกครั้ง");
      }
    } catch {
      again = 10_000;
      say("ไม่มีสัญญาณ ตัวอย่างยังเป็นของเมื่อครู่ สิ่งที่พิมพ์ยังอยู่ครบ จะลองใหม่เมื่อสัญญาณกลับมา");
    } finally {
      isAsking = false;
    }
    if (again > 0 || body.value !== typed) {
      soon(again || pause);
    }
  }

  function show(part) {
    room.dataset.shows = part;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", button.value === part);
    }
    soon(0);
  }

  // No style of the page knows that the focus is within a frame.
  function watch() {
    frame.contentWindow.onfocus = () => frame.classList.add("focused");
    frame.contentWindow.onblur = () => frame.classList.remove("focused");
  }

  for (const button of buttons) {
    button.addEventListener("click", () => show(button.value));
  }
  // A remark or a mistake leads to the box.
  for (const link of document.querySelectorAll('a[href="#Body"]')) {
    link.addEventListener("click", () => show("text"));
  }
  body.addEventListener("input", () => soon(pause));
  frame.addEventListener("load", () => { shown = null; watch(); soon(0); });
  addEventListener("online", () => soon(0));
  addEventListener("resize", () => soon(pause));

  room.querySelector("[data-plain]").hidden = true;
  room.querySelector(".switch").hidden = false;
  room.querySelector(".writing-preview").hidden = false;
  watch();
  show("text");
}
