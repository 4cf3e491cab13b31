import type { ComponentProps } from 'react';
import './Button.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** Draws the button as the main one of its panel. */
  isPrimary?: boolean;
  /** Makes the button do nothing. It keeps the focus, which a `disabled` button would drop. */
  isDisabled?: boolean;
}

export function Button({ isPrimary = false, isDisabled = false, className = '', onClick, ...props }: ButtonProps) {
  const classNames = isPrimary ? `button is-primary ${className}` : `button ${className}`;
  return (
    <button
      type="button"
      className={classNames}
      aria-disabled={isDisabled}
      onClick={isDisabled ? undefined : onClick}
      {...props}
    />
  );
}
