import { Button } from '@mantine/core'
import { useState } from 'react'
import { additionner, type PlanImportation } from '../../../shared/domain/importation/plan'
import { compte } from '../../../shared/nombres'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ApercuFeuille } from './apercu-feuille'
import { ColonnesDialog, type FeuilleAMapper } from './colonnes-dialog'
import classes from './importation.module.css'
import type { Choix } from './use-analyse'

export interface ApercuProps {
  plan: PlanImportation
  choix: Choix
  onChange: (choix: Choix) => void
  onAutreFichier: () => void
}

/** The preview of a workbook, one sheet at a time. */
export function Apercu(props: ApercuProps) {
  const { plan, choix, onChange, onAutreFichier } = props
  const [nom, setNom] = useState<string>()
  const [aMapper, setAMapper] = useState<FeuilleAMapper>()
  const feuille = plan.feuilles.find((candidate) => candidate.feuille === nom) ?? plusGrande(plan)
  const dialogue = aMapper && (
    <ColonnesDialog
      key={aMapper.feuille}
      feuille={aMapper}
      onClose={() => setAMapper(undefined)}
      onConfirm={(correspondance) => {
        const autres = choix.correspondances.filter((autre) => autre.feuille !== correspondance.feuille)
        onChange({ ...choix, correspondances: [...autres, correspondance] })
        setAMapper(undefined)
      }}
    />
  )
  if (!feuille)
    return (
      <Page title="Importer un classeur" state={plan.nomFichier}>
        <EmptyState
          title="Aucune feuille n’a été reconnue"
          action={
            <>
              <Laissees plan={plan} onMapper={setAMapper} />
              <Button variant="default" onClick={onAutreFichier}>
                Choisir un autre classeur…
              </Button>
            </>
          }
        >
          Les colonnes ne sont pas celles de réseaux, d’agents, de lettres ni de lignes FSE. Si c’est le bon classeur,
          dites ce que contient la feuille.
        </EmptyState>
        {dialogue}
      </Page>
    )
  const onglets = (
    <>
      <div className={classes.feuilles} role="tablist" aria-label="Feuilles du classeur">
        {plan.feuilles.map(({ feuille: titre, comptes }) => (
          <button
            key={titre}
            type="button"
            role="tab"
            aria-selected={titre === feuille.feuille}
            className={classes.onglet}
            onClick={() => setNom(titre)}
          >
            {titre} <span>{comptes.lues}</span>
          </button>
        ))}
      </div>
      <Laissees plan={plan} onMapper={setAMapper} />
    </>
  )
  return (
    <>
      <ApercuFeuille
        key={feuille.feuille}
        {...props}
        feuille={feuille}
        onglets={onglets}
        onColonnes={() => setAMapper(feuille)}
      />
      {dialogue}
    </>
  )
}

/** The sheet shown first: the one with the most to look at. */
const plusGrande = ({ feuilles }: PlanImportation) =>
  feuilles.find(({ nature, comptes }) => nature === 'agents' && additionner([comptes]).lues > 0) ?? feuilles[0]

/** Sheets that are not imported; each can be told what it holds. */
function Laissees({ plan, onMapper }: { plan: PlanImportation; onMapper: (feuille: FeuilleAMapper) => void }) {
  const utiles = plan.feuillesLaissees.filter(({ colonnes }) => colonnes.length > 0)
  if (utiles.length === 0) return null
  return (
    <span className={classes.laissees}>
      {compte(utiles.length, 'feuille laissée', 'feuilles laissées')} :{' '}
      {utiles.map(({ feuille, motif, ligneEntetes, colonnes }) => (
        <Button
          key={feuille}
          variant="subtle"
          size="compact-sm"
          title={motif}
          onClick={() => onMapper({ feuille, nature: null, ligneEntetes: ligneEntetes ?? 1, colonnes })}
        >
          {feuille}…
        </Button>
      ))}
    </span>
  )
}
