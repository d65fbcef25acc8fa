'use client';
import classes from './choice-buttons.module.css';

interface ChoiceButtonsProps<Choice extends string> {
  label: string;
  /** Show the label; otherwise it is only read out. */
  labelled?: boolean;
  choices: readonly Choice[];
  chosen: readonly Choice[];
  onChange: (chosen: readonly Choice[]) => void;
}

/** Several of a few short choices (grades, levels), each a button that stays pressed. */
export function ChoiceButtons<const Choice extends string>({
  label,
  labelled = false,
  choices,
  chosen,
  onChange,
}: ChoiceButtonsProps<Choice>) {
  const toggle = (choice: Choice) => onChange(choices.filter((other) => (other === choice) !== chosen.includes(other)));
  return (
    <fieldset className={classes.group}>
      <legend className={labelled ? classes.label : 'visually-hidden'}>{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={chosen.includes(choice)}
          aria-label={`${label} ${choice}`}
          onClick={() => toggle(choice)}
        >
          {choice}
        </button>
      ))}
    </fieldset>
  );
}
