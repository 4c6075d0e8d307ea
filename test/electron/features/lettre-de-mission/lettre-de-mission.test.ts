import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  apercuLettre,
  changerEtatLettre,
  compterLettres,
  creerLettre,
  creerLettresManquantes,
  definirDomaines,
  definirEtablissements,
  definirObjectifs,
  definirPartsFse,
  definirReseauxLettre,
  definirSignataires,
  definirVisas,
  lireLettre,
  listerLettres,
  listerServicesSansLettre,
  modifierEtablissements,
  modifierLettre,
  supprimerLettre,
  type LettreLue,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { ajouterTerme } from '../../../../shared/domain/vocabulaire/vocabulaire.contract'
import { insertAffectation, insertAgent, terme } from '../../../helpers/agent'
import { insertLettre, insertLieu, insertOperationFse, insertReseauDe } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { refusDe } from '../../../helpers/registre-fichier'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const regles = ({ constats }: LettreLue): string[] => constats.map(({ regle }) => regle)
const intervention = (etablissementId: string) => ({
  etablissementId,
  natureId: null,
  volume: null,
  uniteVolume: 'heuresParAn' as const,
  gpds: 0 as const,
})

describe('créer une lettre', () => {
  it('reprend le service : modèle, quotité, heures dues, dates, résidence et réseaux', async () => {
    const lycee = await insertLieu(r, '0350001A', 'Lycée Macé', { type: 'Lycée' })
    const reseau = await insertReseauDe(r, 'Rennes Sud', [])
    const agent = await insertAgent(r)
    const affectation = await insertAffectation(r, agent.id, { quotite: 80, residenceId: lycee, debutLe: '2026-10-01' })
    await r.db
      .insertInto('affectationReseau')
      .values({ id: newId(), affectationId: affectation.id, reseauId: reseau })
      .execute()

    const { lettre, residence, reseaux, domaines, visas } = await r.call(creerLettre, { affectationId: affectation.id })

    expect(lettre).toMatchObject({
      modele: 'coordonnateur',
      quotite: 80,
      heuresDues: 1123.2,
      dateEffetLe: '2026-10-01',
      finLe: '2027-08-31',
      etat: 'brouillon',
      version: 1,
      reference: 'DRAIO/MLDS/2026-2027/001',
    })
    expect(residence?.nom).toBe('Lycée Macé')
    expect(reseaux.map(({ nom }) => nom)).toEqual(['Rennes Sud'])
    expect(domaines.map(({ code, heures }) => [code, heures])).toEqual([
      ['PREVENTION', 0],
      ['INTERVENTION', 0],
      ['REMEDIATION', 0],
    ])
    expect(visas.every(({ actif }) => actif === 1)).toBe(true)
  })

  it.each([
    ['un établissement', 'Collège', ['CHEF', 'IEN_IO', 'DASEN', 'RECTEUR']],
    ['un CIO', 'Information et orientation', ['DCIO', 'IEN_IO', 'DASEN', 'RECTEUR']],
  ])('propose le circuit de signature d’une coordonnatrice en résidence dans %s', async (_lieu, type, codes) => {
    const residenceId = await insertLieu(r, '0350001A', 'Lieu', { type })
    const { signataires } = await insertLettre(r, { affectation: { residenceId } })
    expect(signataires.map(({ code }) => code)).toEqual([null, ...codes])
    expect(signataires[0]).toMatchObject({ qualite: 'L’intéressée', nom: 'Inès CARADEC' })
    expect(signataires.at(-1)?.qualite).toBe('Pour le recteur et par délégation')
  })

  it('refuse une deuxième lettre active pour le même rôle et la même année', async () => {
    const { lettre } = await insertLettre(r)
    const { id: affectationId } = await r.db.selectFrom('affectation').select('id').executeTakeFirstOrThrow()
    const refus = await refusDe(r.call(creerLettre, { affectationId }))
    expect(refus).toMatchObject({
      code: 'forbidden',
      message: 'CARADEC Inès a déjà une lettre active pour ce rôle en 2026-2027. Rien n’a été créé.',
    })
    await r.call(changerEtatLettre, {
      id: lettre.id,
      vers: 'annulee',
      le: '2026-11-22',
      motif: 'Agent muté',
    })
    expect((await r.call(creerLettre, { affectationId })).lettre.version).toBe(2)
  })

  it('écrit en une fois toutes celles qui manquent et dit pourquoi il en laisse', async () => {
    await insertLettre(r, { agent: { nom: 'Déjà', prenom: 'Servie' } })
    const formateur = await insertAgent(r, { nom: 'Brun', prenom: 'Léo', civilite: 'monsieur' })
    await insertAffectation(r, formateur.id, { roleId: (await terme(r, 'role', 'FORM')).id })
    const mixte = await insertAgent(r, { nom: 'Azur', prenom: 'Eva' })
    await insertAffectation(r, mixte.id, { regimeId: (await terme(r, 'regimeService', 'MIXTE')).id })
    const secretaire = await insertAgent(r, { nom: 'Cale', prenom: 'Ugo' })
    const sansModele = await r.call(ajouterTerme, {
      ...{ liste: 'role', code: 'SECRETAIRE', libelle: 'secrétaire', libelleFeminin: null, abrege: null },
      ...{ categorie: 'autre', heures: null, synonymes: '' },
    })
    await insertAffectation(r, secretaire.id, { roleId: sansModele.id })

    expect(
      (await r.call(listerServicesSansLettre, { anneeId: '2026-2027' })).map(({ agent, modele }) => [agent, modele]),
    ).toEqual([
      ['AZUR Eva', 'coordonnateur'],
      ['BRUN Léo', 'formateur'],
      ['CALE Ugo', null],
    ])
    const [azur] = await r.call(listerServicesSansLettre, { anneeId: '2026-2027' })
    const choisis = [azur?.affectationId ?? '']
    expect(await r.call(creerLettresManquantes, { anneeId: '2026-2027', affectationIds: choisis })).toMatchObject({
      creees: [],
      laissees: [{ agent: 'AZUR Eva' }],
    })
    const { creees, laissees } = await r.call(creerLettresManquantes, { anneeId: '2026-2027' })
    expect(creees).toHaveLength(1)
    expect(laissees.map(({ agent, raison }) => [agent, lisible(raison)])).toEqual([
      [
        'AZUR Eva',
        'Un service mixte se calcule sur le maximum hebdomadaire du corps : renseignez le corps de l’agent.',
      ],
    ])
    const lettres = await r.call(listerLettres, { anneeId: '2026-2027' })
    expect(lettres.map(({ agent, modele, reference }) => [agent, modele, reference])).toEqual([
      ['BRUN Léo', 'formateur', 'DRAIO/MLDS/2026-2027/002'],
      ['DÉJÀ Servie', 'coordonnateur', 'DRAIO/MLDS/2026-2027/001'],
    ])
    expect(await r.call(compterLettres, { anneeId: '2026-2027' })).toBe(2)
  })
})

describe('modifier une lettre', () => {
  it('recalcule les heures dues avec la quotité ou le régime, sauf si elles sont données', async () => {
    const { lettre } = await insertLettre(r)
    const modifiee = await r.call(modifierLettre, { id: lettre.id, champs: { quotite: 50 } })
    expect(modifiee.lettre.heuresDues).toBe(702)
    expect(lisible(modifiee.explicationHeures)).toBe('1 404 h par an × 50 % = 702 h par an.')
    expect(
      (await r.call(modifierLettre, { id: lettre.id, champs: { quotite: 100, heuresDues: 900 } })).lettre.heuresDues,
    ).toBe(900)
    const hebdomadaire = await r.call(modifierLettre, {
      id: lettre.id,
      champs: { regimeId: (await terme(r, 'regimeService', 'H18')).id },
    })
    expect(hebdomadaire.lettre.heuresDues).toBe(18)
  })

  it('refuse une fin avant la date d’effet et garde la lettre', async () => {
    const { lettre } = await insertLettre(r)
    const refus = await refusDe(r.call(modifierLettre, { id: lettre.id, champs: { finLe: '2026-01-01' } }))
    expect(refus.code).toBe('invalid')
    expect(Object.keys(refus.fields ?? {})).toEqual(['finLe'])
    expect((await r.call(lireLettre, { id: lettre.id })).lettre.finLe).toBe('2027-08-31')
  })

  it('signale pendant la saisie ce qui manque, puis plus rien quand c’est corrigé', async () => {
    const residenceId = await insertLieu(r, '0350001A', 'Lycée Macé')
    const { lettre, domaines, ...lue } = await insertLettre(r, { agent: { civilite: null, corpsId: null } })
    expect(lue.constats.map(({ regle, gravite }) => [regle, gravite])).toEqual([
      ['lettre.etablissement', 'bloquant'],
      ['lettre.residence', 'alerte'],
      ['lettre.civilite', 'information'],
      ['lettre.corps', 'information'],
    ])
    await r.call(definirEtablissements, { id: lettre.id, lignes: [intervention(residenceId)] })
    await r.call(modifierLettre, { id: lettre.id, champs: { residenceId } })
    const lignes = domaines.map(({ id, domaineId, activites }, rang) => ({
      id,
      domaineId,
      activites,
      heures: rang === 0 ? 1400 : 0,
    }))
    const ecart = await r.call(definirDomaines, { id: lettre.id, lignes })
    expect(lisible(ecart.constats[0]?.message)).toBe(
      'La répartition fait 1 400 h pour 1 404 h dues par an : 4 h de moins.',
    )
    const juste = await r.call(definirDomaines, {
      id: lettre.id,
      lignes: lignes.map((ligne, rang) => (rang === 1 ? { ...ligne, heures: 4 } : ligne)),
    })
    expect(regles(juste)).toEqual(['lettre.civilite', 'lettre.corps'])
  })

  it('signale un établissement fermé et deux services qui dépassent un temps plein', async () => {
    const ferme = await insertLieu(r, '0350002B', 'Collège Fermé', { fermeLe: '2026-08-31' })
    const { lettre } = await insertLettre(r)
    const { id: autre } = await insertAffectation(r, lettre.agentId, {
      roleId: (await terme(r, 'role', 'FORM')).id,
      quotite: 50,
    })
    await r.call(creerLettre, { affectationId: autre })
    const lue = await r.call(definirEtablissements, { id: lettre.id, lignes: [intervention(ferme)] })
    expect(regles(lue)).toEqual(expect.arrayContaining(['lettre.ferme', 'agent.quotites']))
    expect(lisible(lue.constats.find(({ regle }) => regle === 'lettre.ferme')?.message)).toBe(
      'Collège Fermé (0350002B) est fermé depuis le 31/08/2026.',
    )
  })

  it('garde l’identité de chaque ligne : ce qui reste n’est pas réécrit, l’ordre suit', async () => {
    const [a, b, c] = [
      await insertLieu(r, '0350001A', 'A'),
      await insertLieu(r, '0350002B', 'B'),
      await insertLieu(r, '0350003C', 'C'),
    ]
    const { lettre } = await insertLettre(r)
    const avant = await r.call(definirEtablissements, { id: lettre.id, lignes: [intervention(a), intervention(b)] })
    const apres = await r.call(definirEtablissements, {
      id: lettre.id,
      lignes: [intervention(c), { ...intervention(a), volume: 40 }],
    })
    expect(apres.etablissements.map(({ nom, volume, ordre }) => [nom, volume, ordre])).toEqual([
      ['C', null, 1],
      ['A', 40, 2],
    ])
    expect(apres.etablissements[1]?.id).toBe(avant.etablissements[0]?.id)
    const refus = await refusDe(
      r.call(definirEtablissements, { id: lettre.id, lignes: [intervention(a), intervention(a)] }),
    )
    expect(refus.message).toBe('Le même établissement figure deux fois dans la lettre. Rien n’a été enregistré.')
  })

  it('écrit des champs de plusieurs établissements en une étape, le reste de la lettre intact', async () => {
    const { lettre } = await insertLettre(r)
    const { id } = lettre
    const [a, b] = [await insertLieu(r, '0350001A', 'A'), await insertLieu(r, '0350002B', 'B')]
    const { etablissements } = await r.call(definirEtablissements, { id, lignes: [intervention(a), intervention(b)] })
    const [premier = '', second = ''] = etablissements.map(({ id }) => id)
    const apres = await r.call(modifierEtablissements, {
      id,
      lignes: [
        { id: premier, champs: { volume: 0.5, uniteVolume: 'joursParSemaine' }, attendu: { volume: null } },
        { id: second, champs: { gpds: 1 } },
      ],
    })
    expect(apres.etablissements).toEqual([
      { ...etablissements[0], volume: 0.5, uniteVolume: 'joursParSemaine' },
      { ...etablissements[1], gpds: 1 },
    ])
  })

  it('n’écrit rien sur un établissement changé ou retiré dans une autre fenêtre', async () => {
    const { lettre } = await insertLettre(r)
    const { id } = lettre
    const [a, b] = [await insertLieu(r, '0350001A', 'A'), await insertLieu(r, '0350002B', 'B')]
    const { etablissements } = await r.call(definirEtablissements, { id, lignes: [intervention(a), intervention(b)] })
    const [premier = '', second = ''] = etablissements.map(({ id }) => id)
    await r.call(modifierEtablissements, { id, lignes: [{ id: second, champs: { volume: 40 } }] })
    const change = await refusDe(
      r.call(modifierEtablissements, {
        id,
        lignes: [
          { id: premier, champs: { volume: 10 }, attendu: { volume: null } },
          { id: second, champs: { volume: 20 }, attendu: { volume: null } },
        ],
      }),
    )
    expect(change).toMatchObject({ code: 'conflict', fields: { volume: expect.stringContaining('entre-temps') } })
    const lignes = [{ ...intervention(b), id: second, volume: 40 }]
    await r.call(definirEtablissements, { id, lignes })
    const retire = await refusDe(r.call(modifierEtablissements, { id, lignes: [{ id: premier, champs: { gpds: 1 } }] }))
    expect(retire).toMatchObject({ code: 'conflict', message: expect.stringContaining('retirée de la lettre') })
    expect((await r.call(lireLettre, { id })).etablissements.map(({ nom, volume }) => [nom, volume])).toEqual([
      ['B', 40],
    ])
  })

  it('définit objectifs, visas, signataires, réseaux et part FSE', async () => {
    const reseauId = await insertReseauDe(r, 'Redon', [await insertLieu(r, '0350004D', 'Collège Redon')])
    const operationId = await insertOperationFse(r)
    const { lettre, visas, signataires } = await insertLettre(r)
    const { id } = lettre
    const objectif = { libelle: 'Accueillir', indicateur: '', cible: '60', echeanceLe: '2027-06-30', resultat: '' }
    const { objectifs } = await r.call(definirObjectifs, { id, lignes: [objectif] })
    const corrige = await r.call(definirObjectifs, { id, lignes: [{ ...objectif, id: objectifs[0]?.id, cible: '70' }] })
    expect(corrige.objectifs).toEqual([{ ...objectifs[0], cible: '70' }])
    await r.call(definirVisas, { id, lignes: visas.slice(1).map(({ visaId }) => ({ visaId })) })
    await r.call(definirSignataires, {
      id,
      lignes: signataires.slice(0, 2).map(({ id, signataireId, qualite, nom }) => ({ id, signataireId, qualite, nom })),
    })
    await r.call(definirReseauxLettre, { id, lignes: [{ reseauId }] })
    const part = {
      operationId,
      pourcentage: 40,
      debutLe: '2026-09-01',
      finLe: '2027-06-30',
      missions: 'Accueil',
      accepteeLe: null,
    }
    const lue = await r.call(definirPartsFse, { id, lignes: [part] })
    expect(lue.visas).toHaveLength(visas.length - 1)
    expect(lue.signataires).toHaveLength(2)
    expect(lue.etablissementsAProposer.map(({ nom }) => nom)).toEqual(['Collège Redon'])
    expect(lue.fse[0]).toMatchObject({ numero: '202403127', pourcentage: 40 })
    expect(regles(lue)).toContain('L05')
  })
})

describe('vie d’une lettre', () => {
  it('n’envoie pas une lettre sans établissement d’intervention', async () => {
    const { lettre } = await insertLettre(r)
    const refus = await refusDe(r.call(changerEtatLettre, { id: lettre.id, vers: 'aLaSignature', le: '2026-09-10' }))
    expect(refus).toMatchObject({
      code: 'forbidden',
      message:
        'La lettre n’est pas envoyée. La lettre ne cite aucun établissement d’intervention : ajoutez-en au moins un.',
    })
  })

  it('fige la lettre signée : ni modification, ni suppression', async () => {
    const lieu = await insertLieu(r, '0350001A', 'Lycée')
    const { lettre } = await insertLettre(r)
    const { id } = lettre
    await r.call(definirEtablissements, { id, lignes: [intervention(lieu)] })
    await r.call(modifierLettre, { id, champs: { etablieLe: '2026-09-05' } })
    expect((await r.call(changerEtatLettre, { id, vers: 'aLaSignature', le: '2026-09-10' })).lettre.envoyeeLe).toBe(
      '2026-09-10',
    )
    const tropTot = await refusDe(r.call(changerEtatLettre, { id, vers: 'signee', le: '2026-09-01' }))
    expect(tropTot).toMatchObject({
      code: 'invalid',
      fields: { le: 'La lettre est du 05/09/2026 : elle ne peut pas avoir été signée le 01/09/2026. Rien n’a changé.' },
    })
    const signee = await r.call(changerEtatLettre, { id, vers: 'signee', le: '2026-09-20' })
    const citee = signee.etablissements.map(({ id: ligneId }) => ({ id: ligneId, champs: { gpds: 1 as const } }))
    await expect(r.call(modifierEtablissements, { id, lignes: citee })).rejects.toMatchObject({ code: 'forbidden' })
    expect(signee).toMatchObject({ figee: true, lettre: { etat: 'signee', signeeLe: '2026-09-20' } })
    expect(new Set(signee.signataires.map(({ signeLe }) => signeLe))).toEqual(new Set(['2026-09-20']))
    const message =
      'Cette lettre est signée : elle ne se modifie plus, un changement demande un avenant. Rien n’a changé.'
    for (const call of [
      r.call(modifierLettre, { id, champs: { quotite: 50 } }),
      r.call(definirVisas, { id, lignes: [] }),
    ]) {
      expect(await refusDe(call)).toMatchObject({ code: 'forbidden', message })
    }
    expect((await refusDe(r.call(supprimerLettre, { id }))).code).toBe('forbidden')
    expect((await refusDe(r.call(changerEtatLettre, { id, vers: 'brouillon', le: '2026-09-21' }))).message).toBe(
      'Une lettre « Signée » ne peut pas passer à « Brouillon ». Rien n’a changé.',
    )
  })

  it('supprime un brouillon avec tout ce qui lui appartient', async () => {
    const { lettre } = await insertLettre(r)
    await r.call(supprimerLettre, { id: lettre.id })
    const restes = ['lettreDeMission', 'lettreDomaine', 'lettreVisa', 'lettreSignataire', 'lettreReseau'].map((table) =>
      r.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get(),
    )
    expect(restes).toEqual(restes.map(() => ({ n: 0 })))
    expect(await refusDe(r.call(lireLettre, { id: lettre.id }))).toMatchObject({
      code: 'notFound',
      message: 'Cette lettre n’existe plus dans le registre.',
    })
  })

  it('montre la page telle qu’elle sera imprimée', async () => {
    const { lettre } = await insertLettre(r)
    const { html, pied } = await r.call(apercuLettre, { id: lettre.id })
    expect(html).toContain('Madame Inès CARADEC')
    expect(pied).toBe('CARADEC Inès – lettre de mission 2026-2027')
  })

  it('dit sur la page de quel jour du registre elle est', async () => {
    const { id: agentId } = await insertAgent(r)
    const affectation = await insertAffectation(r, agentId)
    const { lettre } = await r.call(creerLettre, { affectationId: affectation.id })
    const { pied } = await r.call(apercuLettre, { id: lettre.id }, { auJour: '2027-01-01' })
    expect(pied).toBe('CARADEC Inès – lettre de mission 2026-2027, registre au 01/01/2027')
  })
})
