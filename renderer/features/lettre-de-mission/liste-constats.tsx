import type { Constat } from '../../../shared/constat'
import { FieldNote } from '../../ui/form/field-note'
import classes from './lettre.module.css'

interface ListeConstatsProps {
  constats: readonly Constat[]
  champs?: readonly string[]
  /** By field: where it is written, when it is elsewhere. */
  liens?: Readonly<Record<string, { href: string; libelle: string }>>
}

/** Findings as sentences; only those about `champs` when given. */
export function ListeConstats({ constats, champs, liens = {} }: ListeConstatsProps) {
  const gardes =
    champs === undefined ? constats : constats.filter(({ champ }) => champ !== undefined && champs.includes(champ))
  if (gardes.length === 0) return null
  return (
    <ul className={classes.constats}>
      {gardes.map(({ regle, gravite, message, champ = '' }) => (
        <li key={`${regle} ${message}`}>
          <FieldNote gravite={gravite}>{message}</FieldNote>
          {liens[champ] && <a href={liens[champ].href}>{liens[champ].libelle}</a>}
        </li>
      ))}
    </ul>
  )
}
