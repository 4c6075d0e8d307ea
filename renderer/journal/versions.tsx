import { Fragment, type ReactNode } from 'react'
import { formatInstant, partiesLocales } from '../../shared/dates'
import type { EtapeDeJournal, ValeurChangee, VersionDeFiche } from '../../shared/domain/journal/journal.contract'
import { grouperPar } from '../../shared/grouper'
import { majusculeInitiale } from '../../shared/text'
import { ecrireALEcran } from '../ui/format'
import { State } from '../ui/state'
import type { DiffSign } from '../ui/tone'
import classes from './journal.module.css'

const signes: Record<VersionDeFiche['genre'], DiffSign> = {
  creation: 'ajout',
  modification: 'modification',
  suppression: 'retrait',
}

/** « Le 22/11/2026 à 10 h 00, par mael ». */
export const quandEtQui = ({ instant, qui }: Pick<EtapeDeJournal, 'instant' | 'qui'>): string =>
  `${majusculeInitiale(formatInstant(partiesLocales(instant), ''))}${qui === '' ? '' : `, par ${qui}`}`

interface VersionsProps {
  versions: readonly VersionDeFiche[]
  /** Inside one step, its sentence and its hour are already said. */
  dansUneEtape?: boolean
  /** Beside the version, and beside each of its values. */
  surVersion?: (version: VersionDeFiche) => ReactNode
  surValeur?: (version: VersionDeFiche, valeur: ValeurChangee) => ReactNode
}

/** What steps did to records, each step said once: who, when, before → after, field by field. */
export function Versions({ versions, dansUneEtape = false, surVersion, surValeur }: VersionsProps) {
  const etapes = dansUneEtape
    ? versions.map((version) => [version])
    : [...grouperPar(versions, ({ etape }) => etape.seq).values()]
  return (
    <ol className={classes.versions} data-narrow={dansUneEtape || undefined}>
      {etapes.map((dEtape) => {
        const [premiere] = dEtape
        if (!premiere) return null
        const { etape, fiche, principale } = premiere
        const seule = dEtape.length === 1
        return (
          <li key={`${String(etape.seq)} ${fiche.table} ${fiche.id}`} className={classes.version}>
            <div className={classes.versionHead}>
              <div className={classes.versionTitle}>
                {dansUneEtape ? (
                  <span className={classes.phrase}>{majusculeInitiale(fiche.libelle)}</span>
                ) : (
                  <Etape etape={etape} />
                )}
                {seule && (dansUneEtape || !principale) && <Genre version={premiere} nommer={!dansUneEtape} />}
              </div>
              {seule && surVersion?.(premiere)}
            </div>
            {dEtape.map((version) => (
              <Fragment key={`${version.fiche.table} ${version.fiche.id}`}>
                {!seule && (
                  <div className={`${classes.versionHead} ${classes.partie}`}>
                    <div className={classes.versionTitle}>
                      <Genre version={version} nommer />
                    </div>
                    {surVersion?.(version)}
                  </div>
                )}
                {version.valeurs.length > 0 && <Valeurs version={version} surValeur={surValeur} />}
              </Fragment>
            ))}
          </li>
        )
      })}
    </ol>
  )
}

const Etape = ({ etape }: { etape: EtapeDeJournal }) => (
  <>
    <span className={classes.quand}>{quandEtQui(etape)}</span>
    <span className={classes.phrase}>
      {ecrireALEcran(etape.phrase)}
      {!etape.tient && <State tone="neutre">{etape.nature === 'annulation' ? 'rétablie' : 'annulée'}</State>}
    </span>
  </>
)

const mots: Record<DiffSign, string> = { ajout: 'ajout', modification: 'modification', retrait: 'suppression' }
const caracteres: Record<DiffSign, string> = { ajout: '+', modification: '→', retrait: '−' }

function Genre({ version, nommer }: { version: VersionDeFiche; nommer: boolean }) {
  const signe = signes[version.genre]
  return (
    <span className={classes.genre} data-sign={signe}>
      <span aria-hidden>{caracteres[signe]}</span> {mots[signe]}
      {nommer && ` : ${version.fiche.libelle}`}
    </span>
  )
}

function Valeurs({ version, surValeur }: { version: VersionDeFiche; surValeur: VersionsProps['surValeur'] }) {
  return (
    <table className={classes.valeurs}>
      <colgroup>
        <col className={classes.champ} />
        <col />
        {surValeur && <col className={classes.action} />}
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Champ</th>
          <th scope="col">Avant et après</th>
          {surValeur && <th scope="col">Action</th>}
        </tr>
      </thead>
      <tbody>
        {version.valeurs.map((valeur) => (
          <tr key={valeur.champ}>
            <th scope="row">{valeur.libelle}</th>
            <td>
              <AvantApres genre={version.genre} valeur={valeur} />
            </td>
            {surValeur && <td className={classes.agir}>{surValeur(version, valeur)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AvantApres({ genre, valeur }: { genre: VersionDeFiche['genre']; valeur: ValeurChangee }) {
  const { avant, apres } = valeur
  if (genre === 'creation') return <ins data-sign="ajout">+ {apres}</ins>
  if (genre === 'suppression') return <del data-sign="retrait">− {avant}</del>
  return (
    <span data-sign="modification">
      <del>
        <span className="visually-hidden">avant : </span>
        {avant}
      </del>{' '}
      <span aria-hidden>→</span>{' '}
      <ins>
        <span className="visually-hidden">après : </span>
        {apres}
      </ins>
    </span>
  )
}
