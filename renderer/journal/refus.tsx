import type { EtapeDeJournal, FicheGardee } from '../../shared/domain/journal/journal.contract'
import { majusculeInitiale } from '../../shared/text'
import { ecrireALEcran } from '../ui/format'
import classes from './journal.module.css'
import { pageDe } from './lieux'
import { quandEtQui } from './versions'

/** Records left as they are, each with its reason and the way to it. */
export function Gardees({ gardees, onLeave }: { gardees: readonly FicheGardee[]; onLeave: () => void }) {
  return (
    <ul className={classes.liste}>
      {gardees.map((gardee) => {
        const page = pageDe(gardee)
        return (
          <li key={`${gardee.table} ${gardee.id}`}>
            {ecrireALEcran(majusculeInitiale(gardee.raison))}
            {page !== null && (
              <>
                {' '}
                <a href={page} onClick={onLeave}>
                  Ouvrir
                  <span className="visually-hidden"> {gardee.libelle}</span>
                </a>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The steps to undo first, newest first. */
export function Suivantes({ etapes }: { etapes: readonly EtapeDeJournal[] }) {
  return (
    <>
      <h3 className={classes.titreListe}>
        {etapes.length === 1 ? 'Étape à annuler d’abord' : 'Étapes à annuler d’abord'}
      </h3>
      <ul className={classes.liste}>
        {etapes.map((etape) => (
          <li key={etape.seq}>
            {ecrireALEcran(etape.phrase)} <span className={classes.quand}>{quandEtQui(etape)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
