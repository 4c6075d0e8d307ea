import { Button } from '@mantine/core'
import { useCallback, useMemo, type ReactNode } from 'react'
import type { Correspondance } from '../../../shared/domain/importation/entetes'
import { nomsNature, type FeuillePlanifiee, type LignePlanifiee } from '../../../shared/domain/importation/plan'
import { EmptyState } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useMemoryTable } from '../../liste/use-memory-table'
import { TableTools } from '../../liste/table-tools'
import type { DiffSign } from '../../ui/tone'
import type { ApercuProps } from './apercu'
import { AutreAnnee } from './autre-annee'
import { Bandeaux } from './bandeaux'
import { champsDoubles, colonnesDApercu } from './colonnes'
import { ColonnesPane } from './colonnes-pane'
import classes from './importation.module.css'
import { notesDeLigne } from './notes-ligne'
import { ActionsFeuille, Avancement, BoutonImporter, Verification, type Volet } from './outils-feuille'
import { importables, situer, statuts } from './phrases'
import { RemarquesPane } from './remarques'
import type { Choix } from './use-analyse'
import { useCorrections } from './use-corrections'
import { useExecution } from './use-execution'
import { useSaisie } from './use-saisie'

interface ApercuFeuilleProps extends ApercuProps {
  feuille: FeuillePlanifiee
  onglets: ReactNode
  /** The pane at the right: it stays when another sheet is shown. */
  volet: Volet
  setVolet: (volet: Volet) => void
  natureId: string
  onColonnes: (correspondance: Correspondance, geste: string) => void
}

const tons: Partial<Record<LignePlanifiee['statut'], DiffSign>> = {
  nouvelle: 'ajout',
  modifiee: 'modification',
  rejetee: 'retrait',
}
const tonDe = ({ statut, exclue }: LignePlanifiee): DiffSign | undefined =>
  exclue || statut === 'rejetee' ? undefined : tons[statut]

const estAVerifier = ({ statut, signalements }: LignePlanifiee): boolean =>
  statut !== 'rejetee' && statut !== 'doublon' && signalements.some(({ gravite }) => gravite === 'alerte')
const estCorrigee = ({ cellules }: LignePlanifiee): boolean => cellules.some(({ origine }) => origine !== undefined)

const toutesLesChips = [
  ...statuts.map(({ statut, titre, tone }) => ({
    cle: statut,
    titre,
    tone,
    garde: (ligne: LignePlanifiee) => ligne.statut === statut,
  })),
  { cle: 'aVerifier', titre: 'À vérifier', tone: 'attention' as const, garde: estAVerifier },
  { cle: 'corrigee', titre: 'Corrigées', tone: 'info' as const, garde: estCorrigee },
]

/** Those that keep nothing are left out, but for the five that are always looked for. */
const chipsDe = (lignes: readonly LignePlanifiee[]) =>
  toutesLesChips.filter(({ cle, garde }) => statuts.some(({ statut }) => statut === cle) || lignes.some(garde))

/** One sheet: what would become of each row, and the button that does it for all the sheets. */
export function ApercuFeuille(props: ApercuFeuilleProps) {
  const { plan, feuille, gestes, change, analyse, onAutreFichier, onglets, volet, setVolet, natureId, onColonnes } =
    props
  const { choix, changer } = gestes
  const execution = useExecution(plan, gestes)
  const rows = useMemo(() => avecExclues(feuille, choix), [feuille, choix])
  const corrections = useCorrections(feuille, gestes)
  const saisie = useSaisie<LignePlanifiee, Choix>(feuille.feuille, gestes, analyse.corrections)
  const { edition, corrigees, enAttente, onWrite } = saisie
  const doubles = useMemo(() => champsDoubles(feuille, corrigees), [feuille, corrigees])
  const columns = useMemo(
    () =>
      colonnesDApercu(feuille, {
        edition,
        doubles,
        enAttente,
        onGarder: (ligne, garder) =>
          changer(cocher(choix, feuille.feuille, [ligne.numero], garder), `${garder ? 'Cocher' : 'Décocher'} la ligne`),
      }),
    [feuille, choix, changer, edition, doubles, enAttente],
  )
  const notesOf = useCallback(
    (ligne: LignePlanifiee) => notesDeLigne(ligne, corrections, enAttente),
    [corrections, enAttente],
  )
  const nom = nomsNature[feuille.nature]
  const chips = useMemo(() => chipsDe(feuille.lignes), [feuille])
  const table = useMemoryTable({
    label: `Lignes de la feuille ${feuille.feuille}`,
    columns,
    rows,
    rowKey: numeroDe,
    noun: { un: 'ligne', plusieurs: 'lignes' },
    chips,
    onWrite,
  })
  const { total, parNature } = useMemo(() => importables(plan.feuilles, choix.exclues), [plan, choix.exclues])
  const fermer = (): void => setVolet(undefined)
  const cocherToutes = (lignes: readonly LignePlanifiee[], garder: boolean): void =>
    changer(
      cocher(choix, feuille.feuille, lignes.map(numeroDeLigne), garder),
      garder ? 'Cocher des lignes' : 'Décocher des lignes',
    )
  const detail =
    volet === 'remarques' ? (
      <RemarquesPane plan={plan} feuille={feuille} onClose={fermer} />
    ) : volet === 'colonnes' ? (
      <ColonnesPane feuille={feuille} natureId={natureId} onClose={fermer} onChange={onColonnes} />
    ) : null
  return (
    <Page
      title={`Importer des ${nom.plusieurs}`}
      state={
        <>
          {situer(plan, feuille)}{' '}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => setVolet(volet === 'colonnes' ? undefined : 'colonnes')}
            aria-expanded={volet === 'colonnes'}
          >
            Colonnes…
          </Button>
          <Verification enCours={analyse.running} />
        </>
      }
      filters={onglets}
      actions={
        <>
          <ActionsFeuille
            {...{ plan, feuille, gestes, volet, setVolet, onAutreFichier }}
            aCorriger={execution.aCorriger}
            onCocher={cocherToutes}
          />
          <BoutonImporter {...{ total, parNature, execution }} enCours={analyse.running} />
        </>
      }
    >
      <div className={classes.contenu}>
        <Bandeaux dejaImporte={plan.dejaImporte} change={change} avertissements={plan.avertissements}>
          <AutreAnnee plan={plan} />
        </Bandeaux>
        <Avancement plan={plan} execution={execution} />
        <div className={classes.barre}>
          <TableFilters table={table} tools={<TableTools table={table} />} pictures />
        </div>
        <div className={classes.liste}>
          <SplitPane detail={detail} width={400}>
            <div className={classes.table}>
              <DataTable
                table={table}
                rowTone={tonDe}
                notesOf={notesOf}
                empty={<EmptyState title="Cette feuille n’a aucune ligne sous ses en-têtes" />}
              />
            </div>
          </SplitPane>
        </div>
      </div>
    </Page>
  )
}

const numeroDeLigne = ({ numero }: LignePlanifiee): number => numero
const numeroDe = ({ numero }: LignePlanifiee): string => String(numero)

/** The rows with what the user unticked; a row that does not change keeps its identity. */
function avecExclues({ feuille, lignes }: FeuillePlanifiee, { exclues }: Choix): LignePlanifiee[] {
  const siennes = new Set(exclues[feuille])
  return lignes.map((ligne) =>
    siennes.has(ligne.numero) === ligne.exclue ? ligne : { ...ligne, exclue: !ligne.exclue },
  )
}

function cocher(choix: Choix, feuille: string, numeros: readonly number[], garder: boolean): Choix {
  const siennes = new Set(choix.exclues[feuille])
  for (const numero of numeros)
    if (garder) siennes.delete(numero)
    else siennes.add(numero)
  return { ...choix, exclues: { ...choix.exclues, [feuille]: [...siennes] } }
}
