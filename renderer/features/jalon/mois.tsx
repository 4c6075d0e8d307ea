import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import { ajouterMois, finDeMois, nomsDesMois, partiesDuJour } from '../../../shared/dates'
import { enMoisEntiers, momentDe, periodeEnMots } from '../../../shared/domain/jalon/calendrier'
import type { Jalon } from '../../../shared/domain/jalon/jalon'
import { majusculeInitiale } from '../../../shared/text'
import { State } from '../../ui/state'
import classes from './jalon.module.css'
import { momentsDits } from './libelles'

interface MoisProps {
  anneeId: string
  jalons: readonly Jalon[]
  jour: string
  choisiId: string | undefined
  onChoose: (id: string) => void
}

/** The twelve months of the school year; a milestone stands in the month where it begins. */
export function Mois({ anneeId, jalons, jour, choisiId, onChoose }: MoisProps) {
  const { debutLe } = bornesAnneeScolaire(anneeId)
  return Array.from({ length: 12 }, (_, rang) => ajouterMois(debutLe, rang)).map((premier, rang) => {
    const dernier = finDeMois(premier)
    // What was placed before or after the year is shown at its ends rather than lost.
    const siens = jalons.filter(
      (jalon) => (rang === 0 || jalon.debutLe >= premier) && (rang === 11 || jalon.debutLe <= dernier),
    )
    const { mois, annee } = partiesDuJour(premier)
    const present = premier <= jour && jour <= dernier
    return (
      <section
        key={premier}
        className={classes.mois}
        data-present={present || undefined}
        aria-label={nomDe(mois, annee)}
      >
        <h2 className={classes.nomDuMois}>
          {nomDe(mois, annee)}
          {present && <span className={classes.ici}>ce mois-ci</span>}
        </h2>
        {siens.length === 0 && <p className={classes.vide}>—</p>}
        <ul className={classes.jalons}>
          {siens.map((jalon) => (
            <li key={jalon.id} data-key={jalon.id}>
              <Bouton jalon={jalon} jour={jour} choisi={jalon.id === choisiId} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

const nomDe = (mois: number, annee: number): string =>
  `${majusculeInitiale(nomsDesMois[mois - 1] ?? '')} ${String(annee)}`

interface BoutonProps {
  jalon: Jalon
  jour: string
  choisi: boolean
  onChoose: (id: string) => void
}

function Bouton({ jalon, jour, choisi, onChoose }: BoutonProps) {
  const moment = momentDe(jalon, jour)
  const { mot, ton } = momentsDits[moment]
  const dansSonMois = enMoisEntiers(jalon) && jalon.debutLe.slice(0, 7) === jalon.finLe.slice(0, 7)
  return (
    <button
      type="button"
      className={classes.jalon}
      data-clos={moment === 'fait' || moment === 'sansObjet' || undefined}
      aria-pressed={choisi}
      onClick={() => onChoose(jalon.id)}
    >
      <span className={classes.libelle}>{jalon.libelle}</span>
      {!(dansSonMois && moment === 'aVenir') && (
        <span className={classes.sous}>
          {!dansSonMois && <span>{periodeEnMots(jalon)}</span>}
          {moment !== 'aVenir' && <State tone={ton}>{mot}</State>}
        </span>
      )}
      {moment === 'aVenir' && <span className="visually-hidden">{mot}</span>}
    </button>
  )
}
