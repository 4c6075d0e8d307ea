import { Button, Select } from '@mantine/core'
import { useMemo } from 'react'
import { champsDe } from '../../../shared/domain/importation/champs'
import type { Colonnes, Correspondance } from '../../../shared/domain/importation/entetes'
import {
  naturesFeuille,
  nomsNature,
  type ColonneReconnue,
  type LigneDeTitres,
  type NatureFeuille,
} from '../../../shared/domain/importation/plan'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'

import { useOperation } from '../../ipc/use-operation'
import { enumerer } from '../../../shared/text'
import { DetailPane } from '../../ui/page'
import classes from './importation.module.css'

/** A sheet whose columns are being chosen; `nature` null for one that is left aside. */
export interface FeuilleAMapper {
  feuille: string
  nature: NatureFeuille | null
  ligneEntetes: number
  premieresLignes: readonly LigneDeTitres[]
  colonnes: readonly ColonneReconnue[]
  memorisee?: boolean
}

interface ColonnesPaneProps {
  feuille: FeuilleAMapper
  /** Of the field that says what the sheet holds. */
  natureId: string
  onClose: () => void
  onChange: (correspondance: Correspondance, geste: string) => void
}

const laisser = 'laisser'
const ignorer = 'ignorer'
const natures = [
  ...naturesFeuille.map((nature) => ({ value: nature, label: nomsNature[nature].titre })),
  { value: laisser, label: 'Ne pas importer cette feuille' },
]

/** Says what a sheet holds and what each of its columns means; the preview beside it follows at once. */
export function ColonnesPane({ feuille, natureId, onClose, onChange }: ColonnesPaneProps) {
  const { nature, ligneEntetes } = feuille
  const { data: termes } = useOperation(listerVocabulaires, {})
  const champs = useMemo(() => (nature && termes ? champsDe(nature, termes) : []), [nature, termes])
  const colonnes = colonnesActuelles(feuille)
  const absents = champs.filter(({ champ }) => !(champ in colonnes) && !champ.includes(':'))
  const options = [
    { value: ignorer, label: 'Ignorer' },
    ...champs.map(({ champ, libelle }) => ({ value: champ, label: libelle })),
  ]
  const changer = (suite: Partial<Correspondance>, geste: string): void =>
    onChange({ feuille: feuille.feuille, nature, ligneEntetes, ...suite }, geste)
  return (
    <DetailPane
      title={`Colonnes de «\u00a0${feuille.feuille}\u00a0»`}
      subtitle={
        feuille.memorisee
          ? 'Comme la dernière fois pour un fichier de cette forme.'
          : 'Ces choix seront gardés à l’import, pour le prochain fichier de cette forme.'
      }
      onClose={onClose}
    >
      <div className={classes.reglages}>
        {feuille.memorisee && nature !== null && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => changer({}, 'Oublier les colonnes de la dernière fois')}
          >
            Oublier, et reconnaître d’après les titres
          </Button>
        )}
        <Select
          id={natureId}
          label="Cette feuille contient"
          data={natures}
          value={nature ?? laisser}
          allowDeselect={false}
          onChange={(choisie) => {
            const suivante = naturesFeuille.find((connue) => connue === choisie) ?? null
            changer({ nature: suivante }, `Changer ce que contient « ${feuille.feuille} »`)
          }}
        />
        <Select
          label="Ligne des en-têtes"
          data={feuille.premieresLignes.map(({ numero, textes }) => ({
            value: String(numero),
            label: `${String(numero)} · ${textes}`,
          }))}
          value={String(ligneEntetes)}
          allowDeselect={false}
          disabled={nature === null}
          onChange={(numero) => changer({ ligneEntetes: Number(numero) }, 'Changer la ligne des en-têtes')}
        />
      </div>
      {nature !== null && (
        <>
          <table className={classes.colonnes}>
            <thead>
              <tr>
                <th scope="col">Dans le fichier</th>
                <th scope="col">Ce que c’est</th>
              </tr>
            </thead>
            <tbody>
              {feuille.colonnes.map(({ colonne, lettre, titre, exemples }) => (
                <tr key={colonne} data-ignoree={champDe(colonnes, colonne) === null || undefined}>
                  <td>
                    <span className={classes.titreColonne}>
                      <b>{lettre}</b> {titre}
                    </span>
                    <span className={classes.exemples}>{exemples.length > 0 ? exemples.join(' · ') : '(vide)'}</span>
                  </td>
                  <td>
                    <Select
                      aria-label={`Contenu de la colonne ${lettre}, ${titre}`}
                      data={options}
                      value={champDe(colonnes, colonne) ?? ignorer}
                      onChange={(champ) => {
                        const choisies = affecter(colonnes, colonne, champ === ignorer ? null : champ)
                        changer({ colonnes: choisies }, `Changer la colonne ${lettre}`)
                      }}
                      allowDeselect={false}
                      searchable
                      size="xs"
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {absents.length > 0 && (
            <p className={classes.absents}>
              Sans colonne dans ce fichier : {enumerer(absents.map(({ libelle }) => libelle))}.
            </p>
          )}
        </>
      )}
    </DetailPane>
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
