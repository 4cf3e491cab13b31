import type { ComponentProps } from 'react';
import './Button.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** Draws the button as the main one of its panel. */
  isPrimary?: boolean;
}

export function Button({ isPrimary = false, ...props }: ButtonProps) {
  return <button type="button" className={isPrimary ? 'button is-primary' : 'button'} {...props} />;
}
