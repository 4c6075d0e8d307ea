import type { FicheImportee, RapportImport } from '../../../shared/domain/importation/importation.contract'
import { laisseesGardees } from '../../../shared/domain/importation/historique'
import { compte, formatNombre } from '../../../shared/nombres'
import { paths } from '../../paths'
import { Section } from '../../ui/section'
import { Diff, DiffValue, State } from '../../ui/state'
import classes from './importation.module.css'

/** The rows that were left out, each with its reasons. */
export function Laissees({ rapport: { contenu, refusees, doublons } }: { rapport: RapportImport }) {
  if (contenu.laissees.length === 0) return null
  const plus = refusees + doublons - contenu.laissees.length
  return (
    <Section
      title={compte(refusees + doublons, 'ligne laissée de côté', 'lignes laissées de côté')}
      description={plus > 0 ? `Les ${formatNombre(laisseesGardees)} premières sont montrées.` : undefined}
    >
      <ul className={classes.rapport}>
        {contenu.laissees.map(({ feuille, numero, titre, statut, raisons }) => (
          <li key={`${feuille} ${String(numero)}`}>
            <State tone={statut === 'rejetee' ? 'erreur' : 'attention'}>
              {statut === 'rejetee' ? 'À corriger' : 'En double'}
            </State>{' '}
            <strong>{titre || `Ligne ${String(numero)}`}</strong>{' '}
            <span className={classes.lieu}>
              {feuille}, ligne {numero}
            </span>
            {raisons.map((raison) => (
              <p key={raison}>{raison}</p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The records written, each a door to its page. */
export function Fiches({ rapport: { fiches, nombreFiches, creees, modifiees, tient } }: { rapport: RapportImport }) {
  if (!tient)
    return (
      <Section title="Fiches écrites">
        <p className={classes.lieu}>Cet import a été annulé : ce qu’il avait écrit a été retiré du registre.</p>
      </Section>
    )
  if (fiches.length === 0) return null
  const explication = [
    nombreFiches === creees + modifiees ? '' : 'Une fiche peut réunir plusieurs lignes, comme une opération FSE.',
    nombreFiches > fiches.length ? `Les ${formatNombre(fiches.length)} premières, dans l’ordre du fichier.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
  return (
    <Section
      title={compte(nombreFiches, 'fiche écrite', 'fiches écrites')}
      description={explication === '' ? undefined : explication}
    >
      <ul className={classes.fiches}>
        {fiches.map((fiche) => (
          <li key={`${fiche.table} ${fiche.id}`}>
            {fiche.genre === 'creation' ? <Diff sign="ajout" after="créée" /> : <State tone="info">modifiée</State>}{' '}
            <a href={adresseDe(fiche)}>{fiche.libelle}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const pagesDeFiche: Readonly<Record<string, { href: (params: { id: string }) => string } | undefined>> = {
  agent: paths.agent,
  etablissement: paths.etablissement,
  reseau: paths.reseau,
  lettreDeMission: paths.lettre,
  operationFse: paths.operationFse,
}

const adresseDe = ({ table, id }: FicheImportee): string | undefined => pagesDeFiche[table]?.href({ id })

/** Cells read otherwise than the file writes them. */
export function Corrections({ rapport: { contenu } }: { rapport: RapportImport }) {
  if (contenu.corrections.length === 0) return null
  return (
    <Section
      title={compte(contenu.corrections.length, 'cellule corrigée à l’écran', 'cellules corrigées à l’écran')}
      description="Le fichier, lui, n’a pas changé."
    >
      <ul className={classes.rapport}>
        {contenu.corrections.map(({ feuille, cellule, avant, valeur }) => (
          <li key={`${feuille} ${cellule}`}>
            <strong>{cellule}</strong> <span className={classes.lieu}>{feuille}</span>{' '}
            <DiffValue before={avant || '(vide)'} after={valeur || '(vide)'} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What each sheet was, and what each column was taken for. */
export function Colonnes({ rapport: { contenu } }: { rapport: RapportImport }) {
  return (
    <Section title="Feuilles et colonnes">
      <ul className={classes.rapport}>
        {contenu.feuilles.map(({ feuille, titre, ligneEntetes, comptes, colonnes }) => (
          <li key={feuille}>
            <strong>{feuille}</strong>{' '}
            <span className={classes.lieu}>
              {titre}, en-têtes ligne {ligneEntetes}, {compte(comptes.lues, 'ligne lue', 'lignes lues')}
            </span>
            <details className={classes.details}>
              <summary>
                {compte(
                  colonnes.filter(({ libelle }) => libelle !== null).length,
                  'colonne reconnue',
                  'colonnes reconnues',
                )}
              </summary>
              <ul className={classes.correspondances}>
                {colonnes.map(({ lettre, titre: entete, libelle }) => (
                  <li key={lettre}>
                    {lettre} · {entete} → {libelle ?? 'ignorée'}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
