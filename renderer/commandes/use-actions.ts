import { choisirFichier } from '../../shared/domain/fichier/fichier.contract'
import { zoomVoisin } from '../../shared/domain/fenetre/reglages'
import type { commandes, NomCommande } from '../../shared/commandes'
import { fermerRegistre, ouvrirRegistre } from '../../shared/domain/registre/registre.contract'
import { basculerAide, montrerAide } from '../aide/etat'
import { call } from '../ipc/call'
import { useCommand } from '../ipc/use-operation'
import { useAnnulation } from '../journal/annulation'
import { paths } from '../paths'
import { useReglagesFenetre } from '../reglages-fenetre'
import { basculerLignes } from '../ui/densite'
import { basculerNavigation } from '../ui/frame/navigation-repliee'
import { notify } from '../ui/notice'
import { navigate } from '../ui/router'
import { commencerVisite } from '../visite/etat'

/** Commands that only lead to a screen need no action of their own. */
type SansAdresse = {
  [Nom in NomCommande]: (typeof commandes)[Nom] extends { adresse: string } ? never : Nom
}[NomCommande]

/** What a command opens over the present screen. */
export type Surimpression =
  'recherche' | 'raccourcis' | 'agent' | 'etablissement' | 'reseau' | 'operation' | 'bilan' | 'lettres'

/** What each command does: one that is forgotten does not compile. */
export function useActions(ouvrir: (quoi: Surimpression) => void): Record<SansAdresse, () => void> {
  const { annuler, retablir } = useAnnulation()
  const { reglages, regler } = useReglagesFenetre()
  const registre = useCommand(ouvrirRegistre)
  const fermer = useCommand(fermerRegistre)
  const zoom = reglages?.zoom ?? 100
  const ouvrirUnRegistre = async (): Promise<void> => {
    try {
      const fichier = await call(choisirFichier, { but: 'registre' })
      if (fichier) await registre.mutateAsync({ jeton: fichier.jeton })
    } catch (error) {
      notify.error(error)
    }
  }
  return {
    nouvelAgent: () => ouvrir('agent'),
    nouvelEtablissement: () => ouvrir('etablissement'),
    nouveauReseau: () => ouvrir('reseau'),
    nouvelleOperation: () => ouvrir('operation'),
    importerClasseur: () => navigate(paths.importClasseur.href({})),
    importerAnnuaire: () => navigate(paths.importAnnuaire.href({})),
    exporterBilan: () => ouvrir('bilan'),
    exporterLettres: () => ouvrir('lettres'),
    ouvrirRegistre: () => void ouvrirUnRegistre(),
    fermerRegistre: () => fermer.mutate({}, { onError: notify.error }),
    annuler: () => annuler(),
    retablir: () => retablir(),
    rechercher: () => ouvrir('recherche'),
    themeClair: () => void regler({ theme: 'clair' }),
    themeSombre: () => void regler({ theme: 'sombre' }),
    themeSysteme: () => void regler({ theme: 'systeme' }),
    zoomPlus: () => void regler({ zoom: zoomVoisin(zoom, 1) }),
    zoomMoins: () => void regler({ zoom: zoomVoisin(zoom, -1) }),
    zoomNormal: () => void regler({ zoom: 100 }),
    lignes: basculerLignes,
    navigation: basculerNavigation,
    precedent: () => history.back(),
    suivant: () => history.forward(),
    aide: basculerAide,
    sommaire: () => montrerAide({ page: 'sommaire' }),
    glossaire: () => montrerAide({ page: 'glossaire' }),
    raccourcis: () => ouvrir('raccourcis'),
    visite: commencerVisite,
  }
}
