export interface Action {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean | undefined;
  /** Whether it is the action to offer first. */
  readonly primary?: boolean | undefined;
  /** Whether it is switched on. Only for buttons that stay pressed. */
  readonly pressed?: boolean | undefined;
}

/**
 * A button that never loses the focus by being pressed: `disabled` would drop the focus to the page, so a button that
 * cannot act says so with `aria-disabled` and stays in the tab order.
 */
export function ActionButton({ label, onClick, disabled = false, primary = false, pressed }: Action) {
  return (
    <button
      type="button"
      className={primary ? 'button button--primary' : 'button'}
      aria-disabled={disabled}
      aria-pressed={pressed}
      onClick={disabled ? undefined : onClick}
    >
      {label}
    </button>
  );
}
