import type { Constat } from '../../../shared/constat'
import { FieldNote } from '../../ui/form/field-note'
import classes from './lettre.module.css'

/** Findings as sentences; only those about `champs` when given. */
export function ListeConstats({ constats, champs }: { constats: readonly Constat[]; champs?: readonly string[] }) {
  const gardes =
    champs === undefined ? constats : constats.filter(({ champ }) => champ !== undefined && champs.includes(champ))
  if (gardes.length === 0) return null
  return (
    <ul className={classes.constats}>
      {gardes.map(({ regle, gravite, message }) => (
        <li key={`${regle} ${message}`}>
          <FieldNote gravite={gravite}>{message}</FieldNote>
        </li>
      ))}
    </ul>
  )
}
