export interface WidgetProps {
  readonly name: string;
  /** Whether the widget takes part in the connection. */
  readonly isLive: boolean;
}
