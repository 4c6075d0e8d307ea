import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modifierAffectation } from '../../../../shared/domain/affectation/affectation.contract'
import {
  accepterPropositions,
  expliquerSansLettre,
  lireCampagne,
} from '../../../../shared/domain/campagne/campagne.contract'
import { definirCircuit } from '../../../../shared/domain/circuit/circuit.contract'
import {
  changerEtatLettre,
  creerLettre,
  definirDomaines,
  definirEtablissements,
  definirObjectifs,
  definirPartsFse,
  lireLettre,
  modifierLettre,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { ajouterAnnee } from '../../../../shared/domain/parametres/parametres.contract'
import { lireServices } from '../../../../shared/domain/service/service.contract'
import type { Affectation } from '../../../../shared/domain/affectation/affectation'
import type { Agent } from '../../../../shared/domain/agent/agent'
import { insertAffectation, insertAgent, terme } from '../../../helpers/agent'
import { insertLieu, insertOperationFse, insertReseauDe } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2027-2028'
let r: TestRegistre
let lieux: string[]
beforeEach(async () => {
  r = await testRegistre()
  await r.call(ajouterAnnee, { anneeId })
  lieux = [
    await insertLieu(r, '0350001L', 'Lycée Macé', { type: 'Lycée' }),
    await insertLieu(r, '0350002M', 'Collège Beaumont'),
    await insertLieu(r, '0350003N', 'LP Bréquigny', { type: 'Lycée' }),
  ]
})
afterEach(() => {
  r.close()
})

const [mace, beaumont, brequigny] = [0, 1, 2].map((rang) => () => lieux[rang] ?? '') as [
  () => string,
  () => string,
  () => string,
]
const cite = (etablissementId: string) => ({
  etablissementId,
  natureId: null,
  volume: null,
  uniteVolume: 'heuresParAn' as const,
  gpds: 0 as const,
})

async function rattacher(affectationId: string, reseauId: string): Promise<void> {
  await r.db.insertInto('affectationReseau').values({ id: newId(), affectationId, reseauId }).execute()
}

/** An agent with a complete letter in 2026-2027. */
async function ancien(agent: Partial<Agent> = {}, affectation: Partial<Affectation> = {}) {
  const { id: agentId } = await insertAgent(r, agent)
  const service = await insertAffectation(r, agentId, { residenceId: mace(), ...affectation })
  const { lettre, domaines } = await r.call(creerLettre, { affectationId: service.id })
  const { id } = lettre
  await r.call(definirEtablissements, { id, lignes: [cite(beaumont())] })
  const parts = [0.25, 0.375, 0.375]
  await r.call(definirDomaines, {
    id,
    lignes: domaines.map(({ id: ligneId, domaineId, activites }, rang) => ({
      ...{ id: ligneId, domaineId, activites },
      heures: lettre.heuresDues * (parts[rang] ?? 0),
    })),
  })
  await r.call(definirObjectifs, {
    id,
    lignes: [{ libelle: 'Accueillir', indicateur: 'jeunes', cible: '60', echeanceLe: '2027-06-15', resultat: 'fait' }],
  })
  return { agentId, id, service }
}

/** By name, then by rôle; the screen puts what is to be decided first. */
const campagne = async () =>
  (await r.call(lireCampagne, { anneeId })).propositions.toSorted((a, b) =>
    `${a.agent} ${a.roleAbrege}` < `${b.agent} ${b.roleAbrege}` ? -1 : 1,
  )
const seule = async () => {
  const [proposition, ...autres] = await campagne()
  expect(autres).toEqual([])
  if (!proposition) throw new Error('no proposition')
  return proposition
}
const ecrites = (differences: { libelle: string; sens: string; avant: string; apres: string }[]) =>
  differences.map(({ libelle, sens, avant, apres }) =>
    lisible([sens, libelle, avant, '→', apres].filter((mot) => mot !== '').join(' ')),
  )

describe('préparer une campagne', () => {
  it('reconduit sans changement une lettre dont le service continue', async () => {
    const { agentId } = await ancien()
    await insertAffectation(r, agentId, { anneeId, residenceId: mace() })
    expect(await seule()).toMatchObject({ genre: 'reconduite', agent: 'CARADEC Inès', differences: [], ecart: 0 })
    const { creees } = await r.call(accepterPropositions, { anneeId, cles: [(await seule()).cle] })
    const lue = await r.call(lireLettre, { id: creees[0] ?? '' })
    expect(lue.lettre).toMatchObject({ anneeId, etat: 'brouillon', heuresDues: 1404, dateEffetLe: '2027-09-01' })
    expect(lue.etablissements.map(({ nom }) => nom)).toEqual(['Collège Beaumont'])
    expect(lue.objectifs).toMatchObject([
      { libelle: 'Accueillir', cible: '60', echeanceLe: '2028-06-15', resultat: '' },
    ])
    expect(lue.signataires.every(({ signeLe }) => signeLe === null)).toBe(true)
    expect(await seule()).toMatchObject({ genre: 'aJour', lettreId: creees[0] })
  })

  it('dit champ par champ ce qui change, recalcule les heures et les répartit', async () => {
    const ancienReseau = await insertReseauDe(r, 'Redon', [beaumont()])
    const nouveauReseau = await insertReseauDe(r, 'Vitré', [brequigny()])
    const { id: agentId } = await insertAgent(r)
    const avant = await insertAffectation(r, agentId, { quotite: 80, residenceId: mace() })
    await rattacher(avant.id, ancienReseau)
    const { lettre, domaines } = await r.call(creerLettre, { affectationId: avant.id })
    await r.call(definirEtablissements, { id: lettre.id, lignes: [cite(beaumont()), cite(mace())] })
    await r.call(definirDomaines, {
      id: lettre.id,
      lignes: domaines.map(({ id, domaineId, activites }, rang) => ({
        ...{ id, domaineId, activites },
        heures: [280, 420, 423.2][rang] ?? 0,
      })),
    })
    const apres = await insertAffectation(r, agentId, { anneeId, residenceId: mace(), finLe: '2028-06-04' })
    await rattacher(apres.id, nouveauReseau)

    const { genre, enLigne, differences, comparaison, ecart } = await seule()
    expect(genre).toBe('modifiee')
    expect(ecrites(enLigne)).toEqual([
      'modification Quotité 80 % → 100 %',
      'modification Heures dues 1 123 h 12 par an → 1 404 h par an',
      'modification Période toute l’année → du 01/09/2027 au 04/06/2028',
      'ajout Réseau → Vitré',
      'retrait Réseau Redon →',
      'retrait Établissement Collège Beaumont →',
    ])
    expect(ecrites(differences.filter(({ champ }) => champ === 'domaine'))).toEqual([
      'modification Heures : Prévention 280 h → 350 h',
      'modification Heures : Intervention 420 h → 525 h',
      'modification Heures : Remédiation 423 h 12 → 529 h',
    ])
    expect(ecart).toBe(0)
    expect(comparaison.slice(0, 2).map(({ libelle, avant: a, apres: b }) => [libelle, lisible(a), lisible(b)])).toEqual(
      [
        ['Quotité', '80 %', '100 %'],
        ['Heures dues', '1 123 h 12', '1 404 h'],
      ],
    )
  })

  /** Last year's letter with these hours by domaine, and the same service this year. */
  const reconduireAvecHeures = async (heures: readonly number[]): Promise<string> => {
    const { id, agentId } = await ancien()
    const { domaines } = await r.call(lireLettre, { id })
    const lignes = domaines.map(({ id: ligneId, domaineId, activites }, rang) => ({
      ...{ id: ligneId, domaineId, activites, heures: heures[rang] ?? 0 },
    }))
    await r.call(definirDomaines, { id, lignes })
    await insertAffectation(r, agentId, { anneeId, residenceId: mace() })
    return id
  }

  it('dit combien changent les heures et pourquoi, quand rien d’autre ne change', async () => {
    await reconduireAvecHeures([354.4, 526.5, 526.5])
    const { genre, enLigne, differences, raison, ecart } = await seule()
    expect([genre, enLigne, ecart]).toEqual(['modifiee', [], 0])
    expect(differences.map(({ court }) => lisible(court))).toEqual([
      'Prévention : 354 h 24 → 354 h',
      'Intervention : 526 h 30 → 525 h',
      'Remédiation : 526 h 30 → 525 h',
    ])
    expect(lisible(raison)).toBe(
      'La lettre de 2026-2027 répartit 1 407 h 24 pour 1 404 h dues : la répartition est ramenée aux heures dues.',
    )
  })

  it('reconduit sans changement des heures dont l’écart est toléré', async () => {
    const id = await reconduireAvecHeures([351.4, 526.5, 526.5])
    expect(await seule()).toMatchObject({ genre: 'reconduite', differences: [], ecart: 0.4 })
    const services = (await r.call(lireServices, { anneeId: '2026-2027' })).services
    expect(services).toMatchObject([{ ecart: 0.4, ecartTolere: true }])
    expect((await r.call(lireLettre, { id })).constats.filter(({ regle }) => regle === 'lettre.heures')).toEqual([])
  })

  it('reporte la part FSE tant que l’opération dure, et signale celle qui finit', async () => {
    const operationId = await insertOperationFse(r)
    const { id, agentId } = await ancien()
    const part = { operationId, pourcentage: 40, debutLe: '2026-09-01', finLe: '2027-08-31', missions: 'Accueil' }
    await r.call(definirPartsFse, { id, lignes: [{ ...part, accepteeLe: null }] })
    await insertAffectation(r, agentId, { anneeId, residenceId: mace() })
    expect((await seule()).genre).toBe('reconduite')
    await r.db.updateTable('operationFse').set({ finLe: '2027-06-30' }).execute()
    const { enLigne } = await seule()
    expect(enLigne.map(({ sens, court }) => [sens, lisible(court)])).toEqual([['retrait', 'FSE 40 %']])
  })

  it('propose une première lettre, avec le périmètre de la personne remplacée dans le réseau', async () => {
    const reseau = await insertReseauDe(r, 'Redon', [beaumont()])
    const { service } = await ancien({ nom: 'Partie', prenom: 'Zoé' })
    await rattacher(service.id, reseau)
    const { id } = await r.db.selectFrom('lettreDeMission').select('id').executeTakeFirstOrThrow()
    await r.db.insertInto('lettreReseau').values({ id: newId(), lettreId: id, reseauId: reseau }).execute()
    const arrivee = await insertAgent(r, { nom: 'Arrivée', prenom: 'Lou' })
    const nouveau = await insertAffectation(r, arrivee.id, { anneeId, residenceId: mace() })
    await rattacher(nouveau.id, reseau)
    const propositions = await campagne()
    expect(propositions.map(({ agent, genre, raison }) => [agent, genre, raison])).toEqual([
      [
        'ARRIVÉE Lou',
        'nouvelle',
        'Périmètre et objectifs repris de la lettre de PARTIE Zoé, sans affectation cette année.',
      ],
      ['PARTIE Zoé', 'aExpliquer', 'Une lettre en 2026-2027, aucune affectation en 2027-2028.'],
    ])
    const { creees } = await r.call(accepterPropositions, { anneeId, cles: [propositions[0]?.cle ?? ''] })
    expect((await r.call(lireLettre, { id: creees[0] ?? '' })).etablissements.map(({ nom }) => nom)).toEqual([
      'Collège Beaumont',
    ])
  })

  it('explique les départs : fin de contrat d’elle-même, le reste par un mot de l’utilisatrice', async () => {
    const { id: statutId } = await terme(r, 'statut', 'CDD')
    await ancien({ nom: 'Contrat', statutId, contratFinLe: '2027-08-31' })
    const { agentId, service } = await ancien({ nom: 'Retraitée' })
    const genres = async () => (await campagne()).map(({ agent, genre, raison }) => [agent, genre, raison])
    expect(await genres()).toEqual([
      ['CONTRAT Inès', 'sansObjet', 'Fin de contrat le 31/08/2027.'],
      ['RETRAITÉE Inès', 'aExpliquer', 'Une lettre en 2026-2027, aucune affectation en 2027-2028.'],
    ])
    const { colonnes, comparaison } = (await campagne())[1] ?? { colonnes: [], comparaison: [] }
    const [quotite] = comparaison
    expect([colonnes[0], lisible(quotite?.avant ?? '')]).toEqual(['2026-2027', '100 %'])
    expect(new Set(comparaison.map(({ apres }) => apres))).toEqual(new Set(['—']))
    const quoi = { anneeId, agentId, roleId: service.roleId }
    await r.call(expliquerSansLettre, { ...quoi, raison: 'retraite', precisions: 'au 1er septembre' })
    expect((await genres())[1]).toEqual(['RETRAITÉE Inès', 'sansObjet', 'Retraite : au 1er septembre.'])
    await r.call(expliquerSansLettre, { ...quoi, raison: null })
    expect((await genres())[1]?.[1]).toBe('aExpliquer')
  })

  it('donne une lettre à chaque rôle d’une personne qui en a deux', async () => {
    const { agentId } = await ancien({}, { quotite: 50 })
    const formateur = (await terme(r, 'role', 'FORM')).id
    await insertAffectation(r, agentId, { anneeId, quotite: 50, residenceId: mace() })
    await insertAffectation(r, agentId, { anneeId, quotite: 50, residenceId: mace(), roleId: formateur })
    const propositions = await campagne()
    expect(propositions.map(({ genre, roleAbrege }) => [genre, roleAbrege])).toEqual([
      ['reconduite', 'Coord. de réseau'],
      ['nouvelle', 'Formateur'],
    ])
    const { creees } = await r.call(accepterPropositions, { anneeId, cles: propositions.map(({ cle }) => cle) })
    expect(creees).toHaveLength(2)
  })

  it('dit ce qui empêche une lettre, sans arrêter les autres', async () => {
    const { agentId } = await ancien()
    await insertAffectation(r, agentId, {
      anneeId,
      residenceId: mace(),
      regimeId: (await terme(r, 'regimeService', 'MIXTE')).id,
    })
    const bon = await ancien({ nom: 'Bonne' })
    await insertAffectation(r, bon.agentId, { anneeId, residenceId: mace() })
    const propositions = await campagne()
    const empechee = propositions.find(({ genre }) => genre === 'empechee')
    expect(lisible(empechee?.raison)).toBe(
      'Un service mixte se calcule sur le maximum hebdomadaire du corps : renseignez le corps de l’agent.',
    )
    const { creees, refusees } = await r.call(accepterPropositions, {
      anneeId,
      cles: propositions.map(({ cle }) => cle),
    })
    expect(creees).toHaveLength(1)
    expect(refusees).toMatchObject([{ agent: 'CARADEC Inès' }])
  })

  it('signale un agent sans résidence avant qu’il signe', async () => {
    const { agentId } = await ancien()
    await insertAffectation(r, agentId, { anneeId, residenceId: null })
    const { constats, enLigne } = await seule()
    expect(constats.map(({ message }) => message)).toContain('La résidence administrative manque.')
    expect(ecrites(enLigne)).toContain('retrait Résidence Lycée Macé (0350001L) →')
  })

  it('montre une lettre de l’année à laquelle aucune affectation ne répond', async () => {
    const { agentId } = await ancien()
    const service = await insertAffectation(r, agentId, { anneeId, residenceId: mace() })
    await r.call(creerLettre, { affectationId: service.id })
    await r.db.deleteFrom('affectation').where('id', '=', service.id).execute()
    expect(await seule()).toMatchObject({ genre: 'orpheline' })
  })

  it('tient 150 établissements dans une lettre', async () => {
    const { id, agentId } = await ancien()
    const nombreux: string[] = []
    for (let rang = 0; rang < 150; rang++)
      nombreux.push(await insertLieu(r, `036${String(rang).padStart(4, '0')}A`, `Collège ${String(rang)}`))
    await r.call(definirEtablissements, { id, lignes: nombreux.map(cite) })
    await insertAffectation(r, agentId, { anneeId, residenceId: mace() })
    const { creees } = await r.call(accepterPropositions, { anneeId, cles: [(await seule()).cle] })
    expect((await r.call(lireLettre, { id: creees[0] ?? '' })).etablissements).toHaveLength(150)
  })
})

describe('une affectation qui change dans l’année', () => {
  it('corrige le brouillon, heures et répartition comprises', async () => {
    const { agentId } = await ancien()
    const service = await insertAffectation(r, agentId, { anneeId, residenceId: mace() })
    const { creees } = await r.call(accepterPropositions, { anneeId, cles: [(await seule()).cle] })
    await r.call(modifierAffectation, { id: service.id, champs: { quotite: 50 } })
    expect((await seule()).genre).toBe('correction')
    const { corrigees } = await r.call(accepterPropositions, { anneeId, cles: [(await seule()).cle] })
    expect(corrigees).toEqual(creees)
    const { lettre, domaines } = await r.call(lireLettre, { id: creees[0] ?? '' })
    expect(lettre).toMatchObject({ quotite: 50, heuresDues: 702 })
    expect(domaines.reduce((total, { heures }) => total + heures, 0)).toBe(702)
    expect((await seule()).genre).toBe('aJour')
  })

  it('propose un avenant à une lettre signée, déjà mis à la nouvelle quotité', async () => {
    const { agentId } = await ancien()
    const service = await insertAffectation(r, agentId, { anneeId, residenceId: mace() })
    const { creees } = await r.call(accepterPropositions, { anneeId, cles: [(await seule()).cle] })
    const [id = ''] = creees
    await r.call(modifierLettre, { id, champs: { etablieLe: '2026-09-05' } })
    await r.call(changerEtatLettre, { id, vers: 'aLaSignature', le: '2026-09-10' })
    await r.call(changerEtatLettre, { id, vers: 'signee', le: '2026-09-20' })
    await r.call(modifierAffectation, { id: service.id, champs: { quotite: 80 } })
    expect(await seule()).toMatchObject({ genre: 'avenant', colonnes: ['La lettre', 'L’affectation'] })
    const accepte = await r.call(accepterPropositions, { anneeId, cles: [(await seule()).cle] })
    const avenant = await r.call(lireLettre, { id: accepte.creees[0] ?? '' })
    expect(avenant.lettre).toMatchObject({ nature: 'avenant', quotite: 80, heuresDues: 1123.2, active: 0 })
    expect(avenant.amende?.differences.map(({ champ }) => champ)).toContain('quotite')
    expect((await r.call(lireLettre, { id })).lettre.quotite).toBe(100)
    expect((await seule()).genre).toBe('aJour')
  })
})

describe('le circuit de signature', () => {
  it('suit celui du modèle et du département, avec les noms, puis celui du modèle de lettre', async () => {
    const { agentId } = await ancien()
    const suivant = await insertAgent(r, { nom: 'Nouvelle' })
    await insertAffectation(r, suivant.id, { anneeId, residenceId: mace() })
    const [agent, dasen] = [await terme(r, 'signataire', 'AGENT'), await terme(r, 'signataire', 'DASEN')]
    await r.call(definirCircuit, {
      modele: 'coordonnateur',
      departement: '035',
      signataires: [
        { signataireId: agent.id, nom: '', residence: 'toutes' },
        { signataireId: dasen.id, nom: 'Jeanne EXEMPLE', residence: 'toutes' },
      ],
    })
    const nouvelle = (await campagne()).find(({ agentId: id }) => id !== agentId)
    const { creees } = await r.call(accepterPropositions, { anneeId, cles: [nouvelle?.cle ?? ''] })
    const { signataires } = await r.call(lireLettre, { id: creees[0] ?? '' })
    expect(signataires.map(({ qualite, nom }) => [qualite, nom])).toEqual([
      ['L’intéressée', 'Inès NOUVELLE'],
      [dasen.libelle, 'Jeanne EXEMPLE'],
    ])
  })

  it('refuse plus de cinq signataires, ou personne en CIO', async () => {
    const codes = ['AGENT', 'CHEF', 'DCIO', 'IEN_IO', 'DASEN', 'RECTEUR']
    const ids = await Promise.all(codes.map(async (code) => (await terme(r, 'signataire', code)).id))
    const definir = (signataires: { signataireId: string; residence: 'toutes' | 'horsCio' }[]) =>
      r.call(definirCircuit, {
        modele: 'formateur',
        departement: '',
        signataires: signataires.map((ligne) => ({ ...ligne, nom: '' })),
      })
    await expect(definir(ids.map((signataireId) => ({ signataireId, residence: 'toutes' as const })))).rejects.toThrow(
      'un circuit en compte 5 au plus',
    )
    await expect(definir([{ signataireId: ids[1] ?? '', residence: 'horsCio' }])).rejects.toThrow(
      'Personne ne signerait la lettre d’un agent en résidence dans un CIO.',
    )
  })
})

describe('accepter beaucoup de propositions', () => {
  it('en prend plus de 5 000 d’un coup, comme les autres actions en lot', async () => {
    const cles = Array.from({ length: 5001 }, (_, rang) => `inconnue ${String(rang)}`)
    const { creees, refusees } = await r.call(accepterPropositions, { anneeId, cles })
    expect(creees).toEqual([])
    expect(refusees).toHaveLength(5001)
  })

  it('dit où il en est, numérote à la suite, et annulé en chemin n’écrit rien', async () => {
    await r.db.updateTable('academie').set({ prefixeReference: 'MLDS' }).execute()
    for (let rang = 0; rang < 30; rang += 1) {
      const { id } = await insertAgent(r, { nom: `Nom${String(rang)}` })
      await insertAffectation(r, id, { anneeId, residenceId: mace() })
    }
    const cles = (await campagne()).map(({ cle }) => cle)
    const ecrites = () => r.db.selectFrom('lettreDeMission').select('reference').orderBy('reference').execute()
    const annule = new AbortController()
    const appel = r.call(
      accepterPropositions,
      { anneeId, cles },
      { signal: annule.signal, progress: ({ fait }) => fait > 0 && annule.abort() },
    )
    await expect(appel).rejects.toThrow('Annulé : aucune lettre n’a changé.')
    expect(await ecrites()).toEqual([])
    const faits: string[] = []
    await r.call(
      accepterPropositions,
      { anneeId, cles },
      { progress: ({ fait, total }) => faits.push(`${String(fait)}/${String(total)}`) },
    )
    expect([...new Set(faits)]).toEqual(['0/30', '25/30'])
    expect((await ecrites()).map(({ reference }) => reference)).toEqual(
      cles.map((_, rang) => `MLDS/${anneeId}/${String(rang + 1).padStart(3, '0')}`),
    )
  })
})
