import { Button } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { ApercuAnnuaire } from '../../../shared/domain/annuaire/annuaire.contract'
import { compte, formatNombre } from '../../../shared/nombres'
import { paths } from '../../paths'
import { useSession } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useMemoryTable } from '../../liste/use-memory-table'
import { TableTools } from '../../liste/table-tools'
import {
  chipsAnnuaire,
  colonnesAnnuaire,
  estAEcrire,
  montrerLignes,
  signeDeLigne,
  type LigneAnnuaireMontree,
} from './annuaire-colonnes'
import type { AnnuaireProps } from './annuaire-page'
import { Bandeaux } from './bandeaux'
import { choisirEtApercevoir } from './choisir-fichier'
import classes from './importation.module.css'
import { notesDeLigne } from './notes-ligne'
import { AnnulerGeste, Verification } from './outils-feuille'
import { PerimetreDialog } from './perimetre-dialog'
import { direPerimetre, type ChoixAnnuaire } from './use-annuaire'
import { useCorrections } from './use-corrections'
import { useSaisie } from './use-saisie'

/** The preview of the annuaire: the same grid, notes, corrections and signs as that of a workbook. */
export function ApercuDeLAnnuaire({ apercu, gestes, lecture }: AnnuaireProps) {
  const { registre } = useSession()
  const [choosing, setChoosing] = useState(false)
  const [premiere] = useState(apercu.empreinte)
  const { choix, changer } = gestes
  const { ecriture, importer } = lecture
  const lignes = useMemo(() => montrerLignes(apercu, new Set(choix.exclues)), [apercu, choix.exclues])
  const chips = useMemo(() => chipsAnnuaire(lignes), [lignes])
  const feuille = useMemo(() => ({ feuille: apercu.nom, lignes }), [apercu.nom, lignes])
  const saisie = useSaisie<LigneAnnuaireMontree, ChoixAnnuaire>(apercu.nom, gestes, lecture.corrections)
  const { edition, enAttente, onWrite } = saisie
  const columns = useMemo(
    () =>
      colonnesAnnuaire({
        edition,
        enAttente,
        onGarder: ({ cle }, garder) => changer(cocher(choix, cle, garder), garder ? 'Cocher' : 'Décocher'),
      }),
    [choix, changer, edition, enAttente],
  )
  const corrections = useCorrections(feuille, gestes)
  const notesOf = useCallback(
    (ligne: LigneAnnuaireMontree) => notesDeLigne(ligne, corrections, enAttente),
    [corrections, enAttente],
  )
  const table = useMemoryTable({
    label: 'Aperçu de l’import',
    columns,
    rows: lignes,
    rowKey: cleDe,
    noun: { un: 'ligne', plusieurs: 'lignes' },
    chips,
    onWrite,
  })
  const retenues = lignes.filter((ligne) => estAEcrire(ligne) && !ligne.exclue)
  return (
    <Page
      title="Importer l’annuaire"
      state={
        <>
          {`${apercu.nom} · ${apercu.encodage} · ${compte(apercu.lues, 'ligne lue', 'lignes lues')} · ${direPerimetre(choix, registre?.academieNom ?? '')} · ${compte(apercu.inchangees, 'inchangée')}, ${formatNombre(apercu.horsPerimetre)} hors périmètre`}
          <Verification enCours={lecture.lecture.running} />
        </>
      }
      filters={<TableFilters table={table} tools={<TableTools table={table} />} pictures />}
      actions={
        <>
          <AnnulerGeste gestes={gestes} />
          <Button variant="default" onClick={() => void choisirEtApercevoir('annuaire')}>
            Autre fichier…
          </Button>
          <Button variant="default" onClick={() => setChoosing(true)}>
            Périmètre…
          </Button>
          <Button
            disabled={retenues.length === 0 || lecture.lecture.running || ecriture.running}
            onClick={() => {
              const from = window.location.hash
              void importer().then((id) => {
                if (id === undefined) return
                gestes.oublier()
                navigate(paths.importFait.href({ id }), { replace: true, from })
              })
            }}
          >
            {direBouton(retenues)}
          </Button>
        </>
      }
    >
      <div className={classes.contenu}>
        <Bandeaux
          dejaImporte={apercu.dejaImporte}
          change={premiere !== apercu.empreinte}
          avertissements={[...apercu.avertissements, ...direFermetures(retenues)]}
        />
        {ecriture.running && (
          <div className={classes.travail}>
            <LongWork title="Import de l’annuaire" work={ecriture} />
          </div>
        )}
        <div className={classes.table}>
          <DataTable
            table={table}
            rowTone={signeDeLigne}
            notesOf={notesOf}
            empty={<RienAFaire apercu={apercu} onPerimetre={() => setChoosing(true)} />}
          />
        </div>
      </div>
      {choosing && (
        <PerimetreDialog
          apercu={apercu}
          choix={choix}
          onClose={() => setChoosing(false)}
          onChoix={(perimetre) => {
            setChoosing(false)
            changer({ ...choix, ...perimetre }, 'Changer le périmètre')
          }}
        />
      )}
    </Page>
  )
}

const cleDe = ({ cle }: LigneAnnuaireMontree): string => cle

function cocher(choix: ChoixAnnuaire, cle: string, garder: boolean): ChoixAnnuaire {
  const autres = choix.exclues.filter((autre) => autre !== cle)
  return { ...choix, exclues: garder ? autres : [...autres, cle] }
}

/** What closing means, said where it is about to happen. */
function direFermetures(retenues: readonly LigneAnnuaireMontree[]): string[] {
  const fermees = retenues.filter(({ sort }) => sort === 'fermee')
  if (fermees.length === 0) return []
  const utilisees = fermees.filter(({ usages }) => usages !== '').length
  const suite =
    utilisees === 0
      ? ''
      : ` ${compte(utilisees, 'd’entre eux est encore utilisé', 'd’entre eux sont encore utilisés')} : ses réseaux et ses lettres le montrent comme fermé.`
  return [
    `${compte(fermees.length, 'établissement sera marqué', 'établissements seront marqués')} comme fermé. Fermer ne supprime rien : la fiche, ses lettres et son histoire restent, et il rouvre si un annuaire le dit ouvert. Décochez ceux que vous voulez garder ouverts.${suite}`,
  ]
}

function RienAFaire({ apercu, onPerimetre }: { apercu: ApercuAnnuaire; onPerimetre: () => void }) {
  if (apercu.inchangees > 0) {
    return (
      <EmptyState title="Rien à importer">
        {compte(apercu.inchangees, 'établissement')} du registre sont déjà comme dans ce fichier.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Aucun établissement dans ce périmètre"
      action={<Button onClick={onPerimetre}>Périmètre…</Button>}
    >
      Choisissez un département ou un type que le fichier contient.
    </EmptyState>
  )
}

/** Counts and consequences in the button that acts. */
function direBouton(retenues: readonly LigneAnnuaireMontree[]): string {
  const fermees = retenues.filter(({ sort }) => sort === 'fermee').length
  const importes = retenues.length - fermees
  const importer = importes === 1 ? 'Importer 1 établissement' : `Importer les ${formatNombre(importes)} établissements`
  if (fermees === 0) return importes === 0 ? 'Rien à importer' : importer
  return importes === 0
    ? `Fermer ${compte(fermees, 'établissement')}`
    : `Importer ${formatNombre(importes)} et fermer ${formatNombre(fermees)}`
}
