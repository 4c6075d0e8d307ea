import { Button, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { champsDe } from '../../../shared/domain/importation/champs'
import { proposerColonnes, type Colonnes, type Correspondance } from '../../../shared/domain/importation/entetes'
import {
  naturesFeuille,
  nomsNature,
  type ColonneReconnue,
  type NatureFeuille,
} from '../../../shared/domain/importation/plan'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useOperation } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import classes from './importation.module.css'

/** A sheet whose columns are being chosen; `nature` null for one that was left aside. */
export interface FeuilleAMapper {
  feuille: string
  nature: NatureFeuille | null
  ligneEntetes: number
  colonnes: readonly ColonneReconnue[]
}

interface ColonnesDialogProps {
  feuille: FeuilleAMapper
  onClose: () => void
  onConfirm: (correspondance: Correspondance) => void
}

const laisser = 'laisser'
const natures = [
  ...naturesFeuille.map((nature) => ({ value: nature, label: nomsNature[nature].titre })),
  { value: laisser, label: 'Ne pas importer cette feuille' },
]

/** Says what a sheet holds and what each of its columns means; kept for the next file of that shape. */
export function ColonnesDialog({ feuille, onClose, onConfirm }: ColonnesDialogProps) {
  const vocabulaires = useOperation(listerVocabulaires, {})
  const [nature, setNature] = useState(feuille.nature)
  const [colonnes, setColonnes] = useState<Colonnes>(() => colonnesActuelles(feuille))
  const termes = vocabulaires.data
  const champs = useMemo(() => (nature && termes ? champsDe(nature, termes) : []), [nature, termes])
  const options = champs.map(({ champ, libelle }) => ({ value: champ, label: libelle }))
  const changerNature = (choisie: string | null): void => {
    const suivante = naturesFeuille.find((connue) => connue === choisie) ?? null
    setNature(suivante)
    setColonnes(suivante && termes ? proposerColonnes(enLigne(feuille), suivante, termes) : {})
  }
  const actions = (
    <>
      <Button variant="default" onClick={onClose}>
        Annuler
      </Button>
      <Button
        disabled={nature !== null && Object.keys(colonnes).length === 0}
        onClick={() => onConfirm({ feuille: feuille.feuille, nature, ligneEntetes: feuille.ligneEntetes, colonnes })}
      >
        {nature === null ? 'Laisser cette feuille' : 'Lire avec ces colonnes'}
      </Button>
    </>
  )
  return (
    <Dialog opened onClose={onClose} size="lg" title={`Colonnes de «\u00a0${feuille.feuille}\u00a0»`} actions={actions}>
      <Select
        label="Cette feuille contient"
        data={natures}
        value={nature ?? laisser}
        onChange={changerNature}
        allowDeselect={false}
        mb={16}
      />
      {nature !== null && (
        <table className={classes.colonnes}>
          <thead>
            <tr>
              <th scope="col">Colonne</th>
              <th scope="col">Titre dans le classeur (ligne {feuille.ligneEntetes})</th>
              <th scope="col">Ce qu’elle contient</th>
            </tr>
          </thead>
          <tbody>
            {feuille.colonnes.map(({ colonne, lettre, titre }) => (
              <tr key={colonne}>
                <td>{lettre}</td>
                <td>{titre}</td>
                <td>
                  <Select
                    aria-label={`Contenu de la colonne ${lettre}, ${titre}`}
                    data={options}
                    value={champDe(colonnes, colonne)}
                    onChange={(champ) => setColonnes(affecter(colonnes, colonne, champ))}
                    placeholder="Laissée de côté"
                    clearable
                    searchable
                    size="xs"
                    comboboxProps={{ withinPortal: true }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}

const colonnesActuelles = ({ colonnes }: FeuilleAMapper): Colonnes =>
  Object.fromEntries(colonnes.flatMap(({ champ, colonne }) => (champ === null ? [] : [[champ, colonne]])))

const champDe = (colonnes: Colonnes, colonne: number): string | null =>
  Object.entries(colonnes).find(([, prise]) => prise === colonne)?.[0] ?? null

/** A field is in one column at most, and a column holds one field at most. */
function affecter(colonnes: Colonnes, colonne: number, champ: string | null): Colonnes {
  const autres = Object.entries(colonnes).filter(([autre, prise]) => prise !== colonne && autre !== champ)
  return Object.fromEntries(champ === null ? autres : [...autres, [champ, colonne]])
}

const enLigne = ({ ligneEntetes, colonnes }: FeuilleAMapper) => ({
  numero: ligneEntetes,
  cellules: colonnes.map(({ colonne, lettre, titre }) => ({
    colonne,
    ref: `${lettre}${String(ligneEntetes)}`,
    type: 'texte' as const,
    valeur: titre,
  })),
})
