import { ecransDeJalon, type EcranDeJalon, type Jalon } from '../../../shared/domain/jalon/jalon'
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

const ecrans: Record<EcranDeJalon, { libelle: string; href: string }> = {
  aucun: { libelle: 'Aucun', href: '' },
  agents: { libelle: 'Agents', href: paths.agents.href({}) },
  etablissements: { libelle: 'Établissements', href: paths.etablissements.href({}) },
  reseaux: { libelle: 'Réseaux', href: paths.reseaux.href({}) },
  couverture: { libelle: 'Couverture des réseaux', href: paths.couverture.href({}) },
  lettres: { libelle: 'Lettres de mission', href: paths.lettres.href({}) },
  fse: { libelle: 'FSE', href: paths.operationsFse.href({}) },
  bilan: { libelle: 'Bilan', href: paths.bilan.href({}) },
  importClasseur: { libelle: 'Import d’un classeur', href: paths.importClasseur.href({}) },
  parametres: { libelle: 'Paramètres', href: paths.parametres.href({}) },
}

export const ecranDe = ({ ecran }: Pick<Jalon, 'ecran'>) => ecrans[ecran]
export const choixEcran = ecransDeJalon.map((value) => ({ value, label: ecrans[value].libelle }))

export const choixEtat = [
  { value: 'aFaire', label: 'À faire' },
  { value: 'fait', label: 'Fait' },
  { value: 'sansObjet', label: 'Sans objet cette année' },
]
