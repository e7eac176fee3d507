// Offers titles and places while somebody types in the search box. The form works without it.
const kinds = {
  lesson: "บทเรียน", article: "บทความ", page: "หน้าเว็บ", sage: "ปราชญ์", centre: "ศูนย์เรียนรู้",
  topic: "หัวข้อ", base: "ฐานการเรียนรู้", directive: "หนังสือสั่งการ", area: "พื้นที่",
};
const wait = 150;
const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  return element;
};
const make = (name, attributes) => set(document.createElement(name), attributes);
const input = document.querySelector(".search-box input[name=q]");

if (input && !navigator.connection?.saveData) {
  const list = make("ul", { id: "q-offers", class: "offers", role: "listbox", "aria-label": "เรื่องที่ตรงกับที่พิมพ์", hidden: "" });
  const status = make("p", { class: "unseen", role: "status" });
  input.parentElement.append(list, status);
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" });

  let offers = [];
  let at = -1;
  let timer = 0;
  let asking = new AbortController();

  const point = (to) => {
    at = to;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === at));
    if (at < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };

  const show = (next) => {
    offers = next;
    list.replaceChildren(...offers.map((offer, i) => {
      const option = make("li", { id: `q-offer-${i}`, role: "option" });
      const kind = make("span", { class: "kind" });
      kind.textContent = kinds[offer.type] ?? "";
      option.append(offer.text, " ", kind);
      option.addEventListener("click", () => go(i));
      return option;
    }));
    list.hidden = offers.length === 0;
    input.setAttribute("aria-expanded", !list.hidden);
    point(-1);
  };

  const close = () => {
    clearTimeout(timer);
    asking.abort();
    status.textContent = "";
    show([]);
  };

  const go = (i) => location.assign(offers[i].url);

  const ask = async () => {
    asking.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(new URL(`api/suggest?size=6&q=${encodeURIComponent(input.value)}`, input.form.action), { signal: asking.signal });
      show(answer.ok ? (await answer.json()).suggestions : []);
      status.textContent = offers.length ? `มี ${offers.length} เรื่อง กดลูกศรขึ้นลงเพื่อเลือก` : "";
    } catch {
      // A newer question, or no network: what is there stays.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim()) {
      timer = setTimeout(ask, wait);
    } else {
      close();
    }
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden || event.isComposing) {
      return;
    }
    if (step) {
      event.preventDefault();
      // One place more than there are offers: what was typed.
      point(((at + 1 + step + offers.length + 1) % (offers.length + 1)) - 1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      go(at);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
  // The box keeps the focus, so that it does not close before the press arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}
