import { ecransDeJalon, type EcranDeJalon, type Jalon, libellesEcran } from '../../../shared/domain/jalon/jalon'
import type { MomentDeJalon } from '../../../shared/domain/jalon/calendrier'
import { paths } from '../../paths'
import type { Tone } from '../../ui/tone'

export const momentsDits: Record<MomentDeJalon, { mot: string; ton: Tone }> = {
  retard: { mot: 'en retard', ton: 'erreur' },
  enCours: { mot: 'en cours', ton: 'info' },
  aPreparer: { mot: 'à préparer', ton: 'attention' },
  aVenir: { mot: 'à venir', ton: 'neutre' },
  fait: { mot: 'fait', ton: 'succes' },
  sansObjet: { mot: 'sans objet', ton: 'neutre' },
}

const adresses: Record<EcranDeJalon, string> = {
  aucun: '',
  agents: paths.agents.href({}),
  etablissements: paths.etablissements.href({}),
  reseaux: paths.reseaux.href({}),
  couverture: paths.couverture.href({}),
  lettres: paths.lettres.href({}),
  fse: paths.operationsFse.href({}),
  bilan: paths.bilan.href({}),
  importClasseur: paths.importClasseur.href({}),
  parametres: paths.parametres.href({}),
}

export const ecranDe = ({ ecran }: Pick<Jalon, 'ecran'>) => ({ libelle: libellesEcran[ecran], href: adresses[ecran] })
export const choixEcran = ecransDeJalon.map((value) => ({ value, label: libellesEcran[value] }))

export const choixEtat = [
  { value: 'aFaire', label: 'À faire' },
  { value: 'fait', label: 'Fait' },
  { value: 'sansObjet', label: 'Sans objet cette année' },
]
