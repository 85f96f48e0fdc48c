// Letters as large as 80 columns and 24 lines leave room for; anew when the window changes.
const COLUMNS = 80, LINES = 24, WIDE = 0.6, HIGH = 1.2, LEAST = 12;

function letterSize() {
  const across = window.innerWidth / (COLUMNS * WIDE), down = window.innerHeight / (LINES * HIGH);
  return Math.max(LEAST, Math.floor(Math.min(across, down)));
}

document.addEventListener("DOMContentLoaded", () => {
  const terminal = document.getElementById("terminal");
  terminal.dataset.fontSize = letterSize();
  let waiting;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (letterSize() !== Number(terminal.dataset.fontSize)) window.location.reload();
    }, 400);
  });
});
