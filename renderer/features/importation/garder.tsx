import classes from './importation.module.css'

interface GarderProps {
  /** « la ligne 12, CARADEC Inès ». */
  nom: string
  gardee: boolean
  onGarder: (garder: boolean) => void
}

/** Whether a row is imported. */
export function Garder({ nom, gardee, onGarder }: GarderProps) {
  return (
    <label className={classes.cocher}>
      <input
        type="checkbox"
        className={classes.garder}
        aria-label={`Importer ${nom}`}
        checked={gardee}
        onChange={(event) => onGarder(event.currentTarget.checked)}
      />
    </label>
  )
}
