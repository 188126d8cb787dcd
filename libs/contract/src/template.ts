/** GET /templates?appeal=NUMBER: the templates that fit, filled from the appeal; without `appeal` all, as they are written. */
export interface TemplateView {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Fields that the hub could not fill; each stands in the text as 【请填写…】. */
  readonly missing: readonly string[];
}
