import type { AffectationReseau } from '../../../shared/domain/affectation/affectation'
import type { LettreDeMission, LettreEtablissement } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { Lettres } from './lettres'
import type { Chantier, Territoire } from './territoire'

/** One draft cites an établissement of its département that no network has: the coverage has something to settle. */
export function citerHorsReseau(
  { etablissements, membres }: Territoire,
  lettres: Pick<Lettres, 'lettres' | 'etablissements'>,
): void {
  const rattaches = new Set(membres.map(({ etablissementId }) => etablissementId))
  const departements = new Map(etablissements.map(({ id, departement }) => [id, departement]))
  const seuls = etablissements.filter(
    ({ id, type, secteur }) => type === 'Collège' && secteur === 'public' && !rattaches.has(id),
  )
  const brouillons = lettres.lettres.filter(({ etat, residenceId }) => etat === 'brouillon' && residenceId !== null)
  for (const { id, residenceId } of brouillons) {
    const seul = seuls.find(({ departement }) => departement === departements.get(residenceId ?? ''))
    const dernier = lettres.etablissements.findLast(({ lettreId }) => lettreId === id)
    if (!seul || !dernier) continue
    dernier.etablissementId = seul.id
    return
  }
}

/** Three to five members of the networks of a letter, its résidence aside. */
export function etablissementsDe(
  { chantier, territoire }: { chantier: Chantier; territoire: Territoire },
  lettre: LettreDeMission,
  rattaches: AffectationReseau[],
): LettreEtablissement[] {
  const reseauIds = new Set(rattaches.map(({ reseauId }) => reseauId))
  const membres = territoire.membres
    .filter(({ reseauId }) => reseauIds.has(reseauId))
    .map(({ etablissementId }) => etablissementId)
  const choisis = chantier.tirage.some(
    membres.filter((id) => id !== lettre.residenceId),
    3 + chantier.tirage.below(3),
  )
  return choisis.map((etablissementId, ordre) => ({
    id: chantier.newId(),
    lettreId: lettre.id,
    etablissementId,
    natureId: chantier.terme('natureIntervention', ['GPDS', 'ACTION', 'PREVENTION'][ordre % 3] ?? 'GPDS'),
    volume: lettre.modele === 'formateur' ? 0.5 : null,
    uniteVolume: 'joursParSemaine',
    gpds: ordre % 3 === 0 ? 1 : 0,
    ordre: ordre + 1,
  }))
}
