import type { FicheAgent } from '../../../shared/domain/agent/agent.contract'
import { interventionEcrite, volumeCourt } from '../../../shared/domain/lettre-de-mission/intervention'
import { majusculeInitiale } from '../../../shared/text'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { aLEcran } from '../../ui/format'
import { navigate } from '../../ui/router'
import type { Column } from '../../ui/table/column'
import classes from './agent.module.css'

/** Something that the services and the letters of the year name. */
interface Lien {
  cle: string
  nom: string
  lien: string
  precision: string
  href: string
}

const columns: readonly Column<Lien>[] = [
  { cle: 'nom', titre: 'Nom', valeur: ({ nom }) => nom, largeur: 300, principale: true },
  { cle: 'lien', titre: 'Lien', valeur: ({ lien }) => lien, largeur: 250 },
  { cle: 'precision', titre: 'Précision', valeur: ({ precision }) => precision, largeur: 200 },
]

function reseauxDe({ affectations }: FicheAgent, anneeId: string): Lien[] {
  return affectations
    .filter((service) => service.anneeId === anneeId)
    .flatMap(({ id, role, reseaux }) =>
      reseaux.map((reseau) => ({
        cle: `${id} ${reseau.id}`,
        nom: reseau.nom,
        lien: majusculeInitiale(role),
        precision: '',
        href: paths.reseau.href({ id: reseau.id }),
      })),
    )
}

function etablissementsDe({ affectations, interventions }: FicheAgent, anneeId: string): Lien[] {
  const residences = affectations.flatMap(({ id, anneeId: annee, residence, role }) =>
    annee === anneeId && residence
      ? {
          cle: id,
          nom: `${residence.nom}, ${residence.commune}`,
          lien: 'Résidence administrative',
          precision: majusculeInitiale(role),
          href: paths.etablissement.href({ id: residence.id }),
        }
      : [],
  )
  const lieux = interventions
    .filter((lieu) => lieu.anneeId === anneeId)
    .map(({ id, nom, commune, nature, volume, uniteVolume, etablissementId }) => ({
      cle: id,
      nom: `${nom}, ${commune}`,
      lien: aLEcran(interventionEcrite(nature)),
      precision: volumeCourt({ volume, uniteVolume }),
      href: paths.etablissement.href({ id: etablissementId }),
    }))
  return [...residences, ...lieux]
}

export const nombreDeLiens = (fiche: FicheAgent, anneeId: string): number =>
  reseauxDe(fiche, anneeId).length + etablissementsDe(fiche, anneeId).length

/** The networks and the établissements of the year: where the person resides and where they intervene. */
export function LiensTab({ fiche }: { fiche: FicheAgent }) {
  const anneeId = useAnneeId()
  const commun = { ofRecord: true, columns, rowKey: ({ cle }: Lien) => cle, onOpen: ({ href }: Lien) => navigate(href) }
  const reseaux = useMemoryTable({
    ...commun,
    vues: 'reseauxDAgent',
    label: 'Réseaux de l’agent',
    rows: reseauxDe(fiche, anneeId),
    noun: { un: 'réseau', plusieurs: 'réseaux' },
  })
  const etablissements = useMemoryTable({
    ...commun,
    vues: 'etablissementsDAgent',
    label: 'Établissements de l’agent',
    rows: etablissementsDe(fiche, anneeId),
    noun: { un: 'établissement', plusieurs: 'établissements' },
  })
  return (
    <div className={classes.column}>
      <ListSection
        title={`Réseaux ${anneeId}`}
        table={reseaux}
        empty={
          <EmptyState title="Dans aucun réseau">Un agent est rattaché à ses réseaux dans son affectation.</EmptyState>
        }
      />
      <ListSection
        title={`Établissements ${anneeId}`}
        description="Résidence administrative et lieux d’intervention des lettres."
        table={etablissements}
        empty={<EmptyState title="Aucun établissement" />}
      />
    </div>
  )
}
