import { usages } from '../../../shared/domain/lettre-de-mission/controle'
import { heuresReparties, uniteHeures, type DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { heuresDuVolume, parAn, type ServiceDeLettre } from '../../../shared/domain/service/service'
import type { serviceContract } from '../../../shared/domain/service/service.contract'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import { ecartDHeures } from '../../../shared/domain/lettre-de-mission/regles'
import { nomAffiche } from '../../../shared/text'
import type { HandlersOf } from '../../register/handler'
import { getAnnee, listMembres } from './campagne.queries'
import { listDossiers } from './dossiers.queries'
import { getAcademie } from './lettre-de-mission.queries'
import { listLieux, listReseauxActifs, listCategoriesDeRole } from './service.queries'

export const serviceHandlers = {
  'service.lire': async ({ db, today }, { anneeId }) => {
    const annee = await getAnnee(db, anneeId)
    const aujourdhui = today()
    const jour = aujourdhui < annee.debutLe ? annee.debutLe : aujourdhui > annee.finLe ? annee.finLe : aujourdhui
    const membres = await listMembres(db, jour)
    const lieux = new Map((await listLieux(db)).map((lieu) => [lieu.id, lieu]))
    const reseaux = await listReseauxActifs(db)
    const { toleranceHeures } = await getAcademie(db)
    const categories = await listCategoriesDeRole(db)
    const dossiers = (await listDossiers(db, { anneeId })).filter(({ lettre }) => lettre.active === 1)
    const reseauxDe = (etablissementId: string): Reseau[] =>
      reseaux.filter(({ id }) => membres.get(id)?.has(etablissementId) === true)
    return {
      services: dossiers.map((dossier): ServiceDeLettre => {
        const lieu = lieux.get(dossier.lettre.residenceId ?? '')
        return {
          ...faits(dossier, toleranceHeures, reseauxDe),
          categorie: categories.get(dossier.lettre.roleId) ?? 'autre',
          bassin: lieu?.bassinNom ?? '',
          departement: lieu?.departement ?? '',
        }
      }),
      membres: [...lieux.values()].flatMap(({ id, nom, uai, commune, etat }) => {
        const siens = reseauxDe(id).flatMap(({ psad, ...reseau }) => (psad ? [] : [reseau]))
        return siens.length === 0 || etat === 'ferme' ? [] : [{ id, nom, uai, commune, reseaux: siens }]
      }),
    }
  },
} satisfies HandlersOf<typeof serviceContract>

type Reseau = Awaited<ReturnType<typeof listReseauxActifs>>[number]

function faits(
  dossier: DossierLettre,
  toleranceHeures: number,
  reseauxDe: (etablissementId: string) => Reseau[],
): Omit<ServiceDeLettre, 'categorie' | 'bassin' | 'departement'> {
  const { lettre, agent, role, regime, domaines, etablissements, reseaux } = dossier
  const unite = uniteHeures(dossier)
  const heuresDues = parAn(lettre.heuresDues, unite)
  const reparties = heuresReparties(dossier)
  const { ecart, tolere } =
    reparties === null
      ? { ecart: null, tolere: true }
      : ecartDHeures({ reparties, dues: lettre.heuresDues, unite }, { ...usages, toleranceHeures })
  return {
    lettreId: lettre.id,
    agentId: lettre.agentId,
    agent: nomAffiche(agent),
    roleAbrege: role.abrege ?? accorder(role, agent.civilite),
    quotite: lettre.quotite,
    regime: regime.abrege ?? regime.libelle,
    heuresDues,
    ecart: ecart === null ? null : parAn(ecart, unite),
    ecartTolere: tolere,
    domaines: domaines.map(({ domaineId, libelle, heures }) => ({
      id: domaineId,
      libelle,
      heures: parAn(heures, unite),
    })),
    etablissements: etablissements.map(({ etablissementId, nom, uai, commune, volume, uniteVolume, gpds }) => ({
      ...{ id: etablissementId, nom, uai, commune },
      heures: heuresDuVolume(volume, uniteVolume, heuresDues),
      gpds: gpds === 1,
      reseauIds: reseauxDe(etablissementId).flatMap(({ id, psad }) => (psad ? [] : [id])),
      membreDe: reseauxDe(etablissementId).map(({ id }) => id),
    })),
    reseaux: reseaux.map(({ reseauId, nom }) => ({ id: reseauId, nom })),
  }
}
