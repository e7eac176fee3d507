// Shows the tambons of a district as soon as it is chosen. Without it the button does the same.
for (const field of document.querySelectorAll("[data-tambons]")) {
  const part = (name) => field.querySelector(`[data-part=${name}]`);
  const [district, tambon, more] = [part("district"), part("tambon"), part("more")];
  if (!more) {
    continue;
  }

  let asking = new AbortController();
  const say = (text) => tambon.replaceChildren(new Option(text, ""));
  more.hidden = true;
  district.addEventListener("change", async () => {
    asking.abort();
    asking = new AbortController();
    if (!district.value) {
      say("เลือกอำเภอก่อน");
      return;
    }

    say("กำลังเปิดรายชื่อ…");
    try {
      const answer = await fetch(`${field.dataset.tambons}${district.value}?may=${field.dataset.may}`, { signal: asking.signal, headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) {
        throw new Error(answer.statusText);
      }

      const { areas } = await answer.json();
      say("เลือกตำบล");
      tambon.append(...areas.map((area) => new Option(area.name, area.code)));
    } catch (error) {
      if (error.name !== "AbortError") {
        // The button still works, by a page of its own.
        say("เปิดรายชื่อไม่ได้ กด «แสดงตำบล»");
        more.hidden = false;
      }
    }
  });
}
