type DragAndDrop = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** Registers with drag and drop once it is loaded: the board is drawn and walked by keys without it. Answers how to leave. */
export function withDrag(register: (dragAndDrop: DragAndDrop) => () => void): () => void {
  let leave: (() => void) | null = null;
  let left = false;
  void import('@atlaskit/pragmatic-drag-and-drop/element/adapter').then((dragAndDrop) => {
    if (!left) leave = register(dragAndDrop);
  });
  return () => {
    left = true;
    leave?.();
  };
}
