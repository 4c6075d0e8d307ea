import { Button } from '@mantine/core'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { Correspondance } from '../../../shared/domain/importation/entetes'
import type { PlanImportation } from '../../../shared/domain/importation/plan'
import { compte, formatNombre } from '../../../shared/nombres'
import { EmptyState } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { ApercuFeuille } from './apercu-feuille'
import { ColonnesPane, type FeuilleAMapper } from './colonnes-pane'
import classes from './importation.module.css'
import { AnnulerGeste, type Volet } from './outils-feuille'
import type { Analyse, Choix } from './use-analyse'
import type { Gestes } from './use-choix'

export interface ApercuProps {
  plan: PlanImportation
  gestes: Gestes<Choix>
  analyse: Analyse
  /** The file changed on the disk since its first preview. */
  change: boolean
  onAutreFichier: () => void
}

/** The preview of a workbook, one sheet at a time; a sheet left aside can be told what it holds. */
export function Apercu(props: ApercuProps) {
  const { plan, gestes, onAutreFichier } = props
  const [nom, setNom] = useState<string>()
  const [volet, setVolet] = useState<Volet>()
  const laissee = plan.feuillesLaissees.find(({ feuille, colonnes }) => feuille === nom && colonnes.length > 0)
  const feuille = laissee ? undefined : (plan.feuilles.find((candidate) => candidate.feuille === nom) ?? premiere(plan))
  const { ids, reprendre } = useFocusRepris()
  const choisir = (choisie: string | undefined): void => {
    reprendre('onglet')
    setNom(choisie)
  }
  const changerColonnes = (correspondance: Correspondance, geste: string): void => {
    const { choix, changer } = gestes
    const autres = choix.correspondances.filter((autre) => autre.feuille !== correspondance.feuille)
    changer({ ...choix, correspondances: [...autres, correspondance] }, geste)
    setNom(correspondance.feuille)
    setVolet('colonnes')
    if ((correspondance.nature === null) !== (laissee !== undefined)) reprendre('nature')
  }
  const onglets = (
    <Onglets plan={plan} choisie={laissee?.feuille ?? feuille?.feuille} id={ids.onglet} onChoisir={choisir} />
  )
  if (feuille)
    return (
      <ApercuFeuille
        key={feuille.feuille}
        {...props}
        feuille={feuille}
        onglets={onglets}
        volet={volet}
        setVolet={setVolet}
        natureId={ids.nature}
        onColonnes={changerColonnes}
      />
    )
  const aMapper: FeuilleAMapper | undefined = laissee && {
    ...laissee,
    nature: gestes.choix.correspondances.find((choix) => choix.feuille === laissee.feuille)?.nature ?? null,
    ligneEntetes: laissee.ligneEntetes ?? 1,
    memorisee: laissee.choisie === 'avant',
  }
  return (
    <Page
      title="Importer un classeur"
      state={plan.nomFichier}
      filters={onglets}
      actions={
        <>
          <AnnulerGeste gestes={gestes} />
          <Button variant="default" onClick={onAutreFichier}>
            Choisir un autre classeur…
          </Button>
        </>
      }
    >
      <div className={classes.contenu}>
        <SplitPane
          width={400}
          detail={
            aMapper ? (
              <ColonnesPane
                feuille={aMapper}
                natureId={ids.nature}
                onClose={() => choisir(undefined)}
                onChange={changerColonnes}
              />
            ) : null
          }
        >
          {laissee ? (
            <EmptyState title={`«\u00a0${laissee.feuille}\u00a0» n’est pas importée`}>
              {laissee.motif} Si elle vous est utile, dites à droite ce qu’elle contient&nbsp;: son aperçu suit
              aussitôt.
            </EmptyState>
          ) : (
            <EmptyState title="Aucune feuille n’a été reconnue">
              Les colonnes ne sont pas celles de réseaux, d’agents, de lettres ni de lignes FSE. Si c’est le bon
              classeur, choisissez une feuille ci-dessus et dites ce qu’elle contient.
            </EmptyState>
          )}
        </SplitPane>
      </div>
    </Page>
  )
}

/** Another sheet is drawn anew, with the tab or the field that brought it: the focus goes on from there. */
function useFocusRepris() {
  const base = useId()
  const ids = { onglet: `${base}-onglet`, nature: `${base}-nature` }
  const attendu = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (attendu.current === undefined || document.activeElement !== document.body) return
    document.getElementById(attendu.current)?.focus()
    attendu.current = undefined
  })
  return {
    ids,
    reprendre: (quoi: keyof typeof ids) => {
      attendu.current = ids[quoi]
    },
  }
}

/** The sheet shown first: the people, which everything else names. */
const premiere = ({ feuilles }: PlanImportation) =>
  feuilles.find(({ nature, comptes }) => nature === 'agents' && comptes.lues > 0) ?? feuilles[0]

interface OngletsProps {
  plan: PlanImportation
  choisie: string | undefined
  /** Of the tab of the sheet shown. */
  id: string
  onChoisir: (feuille: string) => void
}

/** Sheets that are imported, then those that are not and can be told what they hold. */
function Onglets({ plan, choisie, id, onChoisir }: OngletsProps) {
  const utiles = plan.feuillesLaissees.filter(({ colonnes }) => colonnes.length > 0)
  const onglet = (feuille: string, suite: string, motif?: string) => (
    <button
      key={feuille}
      id={feuille === choisie ? id : undefined}
      type="button"
      aria-pressed={feuille === choisie}
      className={classes.onglet}
      title={motif}
      onClick={() => onChoisir(feuille)}
    >
      {feuille} <span>{suite}</span>
    </button>
  )
  return (
    <>
      <div className={classes.feuilles} role="group" aria-label="Feuilles du classeur">
        {plan.feuilles.map(({ feuille, comptes }) => onglet(feuille, formatNombre(comptes.lues)))}
      </div>
      {utiles.length > 0 && (
        <div
          className={classes.feuilles}
          role="group"
          aria-label={compte(utiles.length, 'feuille laissée de côté', 'feuilles laissées de côté')}
        >
          {utiles.map(({ feuille, motif }) => onglet(feuille, 'laissée', motif))}
        </div>
      )}
    </>
  )
}
