// A picture that can be moved and zoomed (src/ui/surface/host.h's Stage): with the mouse, with fingers, with keys. What scrolls
// the page goes on doing that: the wheel zooms with Ctrl, as a touchpad's pinch does, and moves with Shift; one finger moves
// the picture sideways and the page up and down. What is dragged along the axis at the lower edge, or with Shift, is
// selected.

// In the order of Gesture::Kind.
export const gestures = {
  hover: 0, leave: 1, press: 2, move: 3, select: 4, zoom: 5, left: 6, right: 7, up: 8, down: 9, in: 10, out: 11, all: 12,
  stretchLeft: 13, stretchRight: 14, enter: 15, clear: 16, home: 17, end: 18, key: 19,
};
const keys = {
  ArrowLeft: gestures.left, ArrowRight: gestures.right, ArrowUp: gestures.up, ArrowDown: gestures.down,
  '+': gestures.in, '=': gestures.in, '-': gestures.out, '0': gestures.all, 'f': gestures.all,
  Enter: gestures.enter, Escape: gestures.clear, Home: gestures.home, End: gestures.end,
};
const keysWithShift = {ArrowLeft: gestures.stretchLeft, ArrowRight: gestures.stretchRight};
const axis = 26;  // px of the picture's lower edge
const still = 4;  // px that a press may slide

/**
 * @param {(gesture: number, x: number, y: number, amount: number) => void} tell
 * @param {boolean} wantsKeys those too that write a character
 * @returns {HTMLElement}
 */
export function makeStage(tell, wantsKeys) {
  const node = document.createElement('div');
  node.className = 'stage';
  node.tabIndex = 0;
  node.setAttribute('role', 'application');
  const pointers = new Map();  // id -> where it is
  let slid = 0;
  let selectsFrom = null;  // x where a selection began
  const at = (event) => {
    const box = node.getBoundingClientRect();
    return {x: event.clientX - box.left, y: event.clientY - box.top};
  };
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return Math.max(20, Math.hypot(a.x - b.x, a.y - b.y));
  };
  node.addEventListener('pointerdown', (event) => {
    pointers.set(event.pointerId, at(event));
    slid = 0;
    const {x, y} = at(event);
    selectsFrom = pointers.size === 1 && (event.shiftKey || y > node.clientHeight - axis) ? x : null;
    if (event.pointerType === 'mouse') node.setPointerCapture(event.pointerId);
  });
  node.addEventListener('pointermove', (event) => {
    const now = at(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') tell(gestures.hover, now.x, now.y, 0);
      return;
    }
    const apart = pointers.size === 2 ? spread() : 0;
    pointers.set(event.pointerId, now);
    slid += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (pointers.size === 2) tell(gestures.zoom, now.x, now.y, apart / spread());
    else if (slid > still && selectsFrom !== null) tell(gestures.select, now.x, now.y, selectsFrom);
    else if (slid > still) tell(gestures.move, now.x, now.y, now.x - before.x);
  });
  const end = (event) => {
    if (pointers.delete(event.pointerId) && event.type === 'pointerup' && slid <= still) {
      const {x, y} = at(event);
      tell(gestures.press, x, y, 0);
    }
  };
  node.addEventListener('pointerup', end);
  node.addEventListener('pointercancel', end);
  node.addEventListener('pointerleave', () => tell(gestures.leave, 0, 0, 0));
  node.addEventListener('wheel', (event) => {
    const {x, y} = at(event);
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) tell(gestures.zoom, x, y, Math.exp(event.deltaY / 240));
    else if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) tell(gestures.move, x, y, -sideways);
    else return;
    event.preventDefault();
  }, {passive: false});
  node.addEventListener('keydown', (event) => {
    const gesture = (event.shiftKey && keysWithShift[event.key]) || keys[event.key] || (wantsKeys && event.key.length === 1 && gestures.key);
    if (!gesture || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    tell(gesture, 0, 0, gesture === gestures.key ? event.key.charCodeAt(0) : 0);
  });
  return node;
}
