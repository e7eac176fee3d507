// Helps to write Markdown: buttons that insert a block, and text pasted from Word or the web without its clothes. The box is a plain one without it.
const Body = document.getElementById("Body");
const bar = document.querySelector("[data-insert]");

function insert(area, text) {
  area.focus();
  // Keeps the browser's undo; the other way is for browsers that do not know it.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

if (Body && bar) {
  bar.hidden = false;
  for (const button of bar.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      const chosen = Body.value.slice(Body.selectionStart, Body.selectionEnd);
      const before = Body.value.slice(0, Body.selectionStart);
      const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
      const text = button.dataset.text.replace("{piece}", () => bar.querySelector("[data-pieces]").value);
      insert(Body, gap + text.replace("…", () => chosen || "…"));
    });
  }
}

// Marks of a list that Word draws as letters.
const bullet = /^\s*[·•o§▪-]\s+/;
const number = /^\s*\(?([0-9๐-๙]{1,3})[.)]\s+/;

function inline(node) {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      text += child.data.replace(/\s+/g, " ");
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      const inner = inline(child);
      const words = inner.trim();
      const name = child.localName;
      if (["style", "script", "head", "title"].includes(name)) {
        continue;
      }
      if (name === "br") {
        text += "\n";
      } else if (words !== "" && (name === "strong" || name === "b" && !child.id.startsWith("docs-internal"))) {
        text += `**${words}**`;
      } else if (name === "a" && words !== "" && /^https?:/.test(child.href)) {
        text += `[${words}](${child.href})`;
      } else {
        text += inner;
      }
    }
  }
  return text;
}

function blocks(node, out) {
  for (const child of node.children) {
    const name = child.localName;
    if (/^h[1-6]$/.test(name)) {
      out.push(`## ${inline(child).trim()}`);
    } else if (name === "ul" || name === "ol") {
      out.push([...child.children].map((item, i) => `${name === "ol" ? `${i + 1}.` : "-"} ${inline(item).trim()}`).join("\n"));
    } else if (name === "table") {
      const rows = [...child.rows].map(row => `| ${[...row.cells].map(cell => inline(cell).trim().replace(/[|\n]/g, " ")).join(" | ")} |`);
      rows.splice(1, 0, `|${" -- |".repeat(child.rows[0]?.cells.length ?? 1)}`);
      out.push(rows.join("\n"));
    } else if (["p", "pre", "blockquote"].includes(name) || child.querySelector("p,h1,h2,h3,h4,ul,ol,table,div") === null) {
      const text = inline(child).trim();
      out.push(bullet.test(text) ? text.replace(bullet, "- ") : text.replace(number, "$1. "));
    } else {
      blocks(child, out);
    }
  }
}

Body?.addEventListener("paste", (event) => {
  const html = event.clipboardData.getData("text/html");
  if (html === "" || html.length > 2_000_000) {
    return;
  }
  // The page's policy speaks of styles in what is only read, too.
  const bare = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/\sstyle=("[^"]*"|'[^']*')/gi, "");
  const page = new DOMParser().parseFromString(bare, "text/html");
  const out = [];
  blocks(page.body, out);
  const text = out.filter(part => part !== "").join("\n\n").replace(/^(- .*)\n\n(?=- )/gm, "$1\n");
  if (text !== "") {
    event.preventDefault();
    insert(Body, text);
  }
});
