import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Shell } from '../../../../electron/register/shell'
import { type GenreCourriel, genresCourriel } from '../../../../shared/domain/courriel/courriel'
import {
  definirAdresse,
  listerAdresses,
  listerTextesCourriel,
  modifierTexteCourriel,
  preparerCourriels,
  retablirTexteCourriel,
} from '../../../../shared/domain/courriel/courriel.contract'
import { textesOrigine } from '../../../../shared/domain/courriel/textes-origine'
import { listerLettres } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { modifierAcademie } from '../../../../shared/domain/parametres/parametres.contract'
import { ajouterTerme, modifierTerme, supprimerTerme } from '../../../../shared/domain/vocabulaire/vocabulaire.contract'
import { changerEtats, demanderRapports, signerLettres } from '../../../../shared/domain/lettre-de-mission/vie.contract'
import { terme } from '../../../helpers/agent'
import { lireEml, type MessageLu } from '../../../helpers/courrier'
import { insertLettreASigner, insertLieu } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { refusDe } from '../../../helpers/registre-fichier'
import { testContext, testRegistre, type TestRegistre } from '../../../helpers/registre'

const annee = { anneeId: '2026-2027' }
const imprime = new Uint8Array(
  readFileSync(fileURLToPath(new URL('../../../fixtures/imprimes/une-lettre.pdf', import.meta.url))),
)
let imprimer: Shell['printToPdf']
let r: TestRegistre
let sortie: string
let ids: string[]

beforeEach(async () => {
  imprimer = () => Promise.resolve(imprime)
  const { shell } = testContext('')
  r = await testRegistre({ shell: { ...shell, printToPdf: (page) => imprimer(page) } })
  sortie = join(r.dossier, 'courriels')
  await r.call(modifierAcademie, {
    courriel: 'mlds@ac-exemple.fr',
    affaireSuiviePar: 'Jeanne Exemple',
    telephone: '',
    service: 'DRAIO',
  })
  const residenceId = await insertLieu(r, '0350001A', 'Lycée du Thabor', { type: 'Lycée' })
  ids = []
  for (const [nom, courriel] of [
    ['Albar', 'ines.albar@ac-exemple.fr'],
    ['Bœuf', ''],
    ['Caradec', 'pas une adresse'],
  ] as const)
    ids.push(await insertLettreASigner(r, { agent: { nom, prenom: 'Inès', courriel }, residenceId }))
})
afterEach(() => {
  r.close()
})

const preparer = (genre: GenreCourriel, choix: { ids?: string[]; code?: string } = {}) =>
  r.call(preparerCourriels, { ...annee, genre, ...choix, jetonDossier: r.grant(sortie) })
const lus = (): MessageLu[] =>
  readdirSync(sortie)
    .toSorted()
    .map((nom) => lireEml(readFileSync(join(sortie, nom))))
const envoyer = () => r.call(changerEtats, { ids, vers: 'aLaSignature', le: '2026-10-01' })
const toutSigner = () => r.call(changerEtats, { ids, vers: 'signee', le: '2026-10-10' })

describe('préparer des courriels aux agents', () => {
  it('écrit un brouillon par agent, sa lettre jointe, et nomme ceux dont l’adresse manque', async () => {
    const { fichiers, sansAdresse, laissees } = await preparer('lettreAgent', { ids })
    expect(fichiers.map(({ nom }) => nom)).toEqual(
      ['ALBAR', 'BŒUF', 'CARADEC'].map((nom) => `${nom} Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.eml`),
    )
    expect(sansAdresse.map(({ destinataire, raison }) => lisible(`${destinataire} : ${raison}`))).toEqual([
      'Inès BŒUF : L’adresse électronique manque sur sa fiche.',
      'Inès CARADEC : « pas une adresse » n’est pas une adresse électronique sur sa fiche.',
    ])
    expect(laissees).toEqual([])
    const [premier, deuxieme] = lus()
    expect(premier?.enTetes).toMatchObject({
      'x-unsent': '1',
      from: 'Jeanne Exemple <mlds@ac-exemple.fr>',
      to: 'Inès ALBAR <ines.albar@ac-exemple.fr>',
      subject: 'Votre lettre de mission 2026-2027 – Inès ALBAR',
    })
    expect(lisible(premier?.texte.replaceAll('\r\n', '\n') ?? '')).toBe(`Madame,

Vous trouverez en pièce jointe votre lettre de mission pour l’année scolaire 2026-2027, en qualité de coordonnatrice MLDS, avec effet le 1er septembre 2026.

Elle est à dater, à signer et à retourner au service.

Je reste à votre disposition pour toute précision.

Bien cordialement,

Jeanne Exemple
DRAIO
Académie de Rennes
`)
    expect(premier?.pieces.map(({ nom }) => nom)).toEqual([
      'ALBAR Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf',
    ])
    expect(premier?.pieces[0]?.contenu.toString('latin1', 0, 5)).toBe('%PDF-')
    expect(deuxieme?.enTetes['to']).toBeUndefined()
  })

  it('ne demande plus de signer à qui a signé', async () => {
    await envoyer()
    await toutSigner()
    await preparer('lettreAgent', { ids: ids.slice(0, 1) })
    expect(lus()[0]?.texte).not.toContain('à signer')
  })

  it('demande le rapport des lettres signées, puis relance les retardataires seuls', async () => {
    await envoyer()
    await toutSigner()
    const demande = await preparer('demandeRapport')
    expect(demande.fichiers).toHaveLength(3)
    await r.call(demanderRapports, { ids: ids.slice(0, 2), le: '2026-11-01', attenduLe: '2026-11-15' })
    await r.call(demanderRapports, { ids: ids.slice(2), le: '2026-11-01', attenduLe: '2026-12-15' })
    const { fichiers } = await preparer('relanceRapport')
    expect(fichiers.map(({ nom }) => nom)).toEqual(
      ['ALBAR', 'BŒUF'].map((nom) => `${nom} Inès - Rappel de rapport 2026-2027 - coordonnatrice MLDS.eml`),
    )
    const relance = lireEml(readFileSync(join(sortie, fichiers[0]?.nom ?? '')))
    expect(lisible(relance.texte)).toContain('attendu le 15 novembre 2026, ne m’est pas parvenu.')
    expect(relance.pieces).toEqual([])
  })
})

describe('préparer des courriels aux signataires', () => {
  it('écrit un brouillon par signataire dont c’est le tour, ses lettres et leur bordereau joints', async () => {
    await envoyer()
    await r.call(signerLettres, { ids: ids.slice(0, 2), le: '2026-10-03' })
    await r.db.updateTable('etablissement').set({ courriel: 'ce.0350001A@ac-exemple.fr' }).execute()
    const { fichiers, sansAdresse } = await preparer('transmission')
    expect(fichiers.map(({ nom }) => nom)).toEqual([
      'CARADEC Inès - Lettres à signer 2026-2027 - coordonnatrice MLDS.eml',
      'Lycée du Thabor - Le chef d’établissement - Lettres à signer 2026-2027.eml',
    ])
    expect(sansAdresse.map(({ destinataire }) => destinataire)).toEqual(['Inès CARADEC'])
    const [agent, chef] = lus()
    expect(lisible(agent?.texte ?? '')).toContain('La lettre est jointe à ce message.')
    expect(lisible(agent?.texte ?? '')).not.toContain('bordereau')
    expect(lisible(chef?.texte ?? '')).toContain('Les lettres et leur bordereau de signature sont joints à ce message.')
    expect(agent?.pieces.map(({ nom }) => nom)).toEqual([
      'CARADEC Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf',
    ])
    expect(chef?.enTetes['to']).toBe('Le chef d’établissement, Lycée du Thabor, Rennes <ce.0350001A@ac-exemple.fr>')
    expect(lisible(chef?.texte ?? '')).toContain('pour signature, 2 lettres de mission')
    expect(lisible(chef?.texte ?? '')).toContain(
      '– BŒUF Inès, coordonnatrice MLDS : lettre de mission, en attente depuis le 03/10/2026',
    )
    expect(chef?.pieces.map(({ nom }) => nom)).toEqual([
      'ALBAR Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf',
      'BŒUF Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf',
      'Bordereau de signature 2026-2027 - Lycée du Thabor - Le chef d’établissement.pdf',
    ])
  })

  it('préfère l’adresse de la liste des signataires, et garde le signataire demandé', async () => {
    await envoyer()
    await r.call(signerLettres, { ids: ids.slice(0, 1), le: '2026-10-03' })
    const { id } = await terme(r, 'signataire', 'CHEF')
    await r.call(modifierTerme, { id, champs: { courriel: 'proviseur@ac-exemple.fr' } })
    const { fichiers, sansAdresse } = await preparer('relanceSignataire', { code: 'CHEF' })
    expect([fichiers.length, sansAdresse]).toEqual([1, []])
    const [relance] = lus()
    expect(relance?.enTetes['to']).toContain('<proviseur@ac-exemple.fr>')
    const texte = lisible(relance?.texte ?? '')
    expect(texte).toContain('La plus ancienne attend votre signature depuis 50 jours.')
    expect(texte).toContain('Le bordereau de signature est joint à ce message.')
    expect(texte).toContain('en attente depuis le 03/10/2026')
    const listees = await r.call(listerLettres, annee)
    expect(listees.find(({ id }) => id === ids[0])?.attenteJours).toBe(50)
    expect(relance?.pieces.map(({ nom }) => nom)).toEqual([
      'Bordereau de signature 2026-2027 - Lycée du Thabor - Le chef d’établissement.pdf',
    ])
  })

  it('écrit à l’IA-DASEN de chaque département à son adresse, avec ses lettres et son bordereau', async () => {
    const costarmor = await insertLieu(r, '0220001A', 'Lycée Rabelais', { type: 'Lycée', departement: '022' })
    const ailleurs = await insertLettreASigner(r, { agent: { nom: 'Dréan', prenom: 'Loïc' }, residenceId: costarmor })
    const finistere = await insertLieu(r, '0290001A', 'Lycée de Cornouaille', { type: 'Lycée', departement: '029' })
    const loin = await insertLettreASigner(r, { agent: { nom: 'Ellec', prenom: 'Anne' }, residenceId: finistere })
    const toutes = [...ids, ailleurs, loin]
    const { id } = await terme(r, 'signataire', 'DASEN')
    for (const [departement, courriel] of [
      ['035', 'ia35@ac-exemple.fr'],
      ['022', 'ancien22@ac-exemple.fr'],
      ['022', 'ia22@ac-exemple.fr'],
      ['', 'secretariat@ac-exemple.fr'],
    ] as const)
      await r.call(definirAdresse, { signataireId: id, departement, courriel })
    await r.call(changerEtats, { ids: toutes, vers: 'aLaSignature', le: '2026-10-01' })
    for (const code of ['AGENT', 'CHEF', 'IEN_IO']) await r.call(signerLettres, { ids: toutes, le: '2026-10-03', code })
    const { sansAdresse } = await preparer('transmission', { code: 'DASEN' })
    expect(sansAdresse).toEqual([])
    const recus = lus().map(({ enTetes, pieces }) => [
      /<(.*)>/u.exec(enTetes['to'] ?? '')?.[1],
      pieces.map(({ nom }) => /^(\S+)/u.exec(nom)?.[1]),
      pieces.at(-1)?.nom,
    ])
    expect(recus).toEqual([
      ['ia22@ac-exemple.fr', ['DRÉAN', 'Bordereau'], expect.stringMatching(/- 22 - /u)],
      ['secretariat@ac-exemple.fr', ['ELLEC', 'Bordereau'], expect.stringMatching(/- 29 - /u)],
      ['ia35@ac-exemple.fr', ['ALBAR', 'BŒUF', 'CARADEC', 'Bordereau'], expect.stringMatching(/- 35 - /u)],
    ])
  })

  it('dit de quel département l’adresse manque', async () => {
    const { id } = await terme(r, 'signataire', 'IEN_IO')
    await r.call(definirAdresse, { signataireId: id, departement: '022', courriel: 'ienio22@ac-exemple.fr' })
    await envoyer()
    for (const code of ['AGENT', 'CHEF']) await r.call(signerLettres, { ids, le: '2026-10-03', code })
    const { sansAdresse } = await preparer('transmission', { code: 'IEN_IO' })
    expect(sansAdresse.map(({ raison }) => lisible(raison))).toEqual([
      'L’adresse électronique manque pour le département 35 (Paramètres, Courriels).',
    ])
  })

  it('ne relance pas avant un mois, sauf si on choisit les lettres', async () => {
    await r.call(changerEtats, { ids, vers: 'aLaSignature', le: '2026-11-10' })
    const refus = await refusDe(preparer('relanceSignataire'))
    expect(refus.message).toBe(
      '« Relance d’un signataire » : personne à qui écrire pour 2026-2027. Rien n’a été écrit.',
    )
    expect(existsSync(sortie)).toBe(false)
    expect((await preparer('relanceSignataire', { ids })).fichiers).toHaveLength(3)
    for (const { texte, pieces } of lus()) {
      expect([lisible(texte).includes('La lettre est jointe'), lisible(texte).includes('bordereau')]).toEqual([
        true,
        false,
      ])
      expect(pieces).toHaveLength(1)
    }
  })

  it('dit pourquoi elle laisse une lettre choisie', async () => {
    await r.call(changerEtats, { ids: ids.slice(0, 1), vers: 'aLaSignature', le: '2026-10-01' })
    const { laissees } = await preparer('transmission', { ids })
    expect(laissees).toEqual(
      ['BŒUF Inès', 'CARADEC Inès'].map((agent, rang) => ({
        ...{ id: ids[rang + 1], agent },
        raison: 'Cette lettre n’attend aucune signature.',
      })),
    )
  })
})

describe('les adresses des signataires', () => {
  const adresses = async (code: string) => {
    const { id } = await terme(r, 'signataire', code)
    const { signataires } = await r.call(listerAdresses, {})
    return signataires.find(({ signataireId }) => signataireId === id)
  }

  it('se tiennent par département pour qui en a un, et en une pour les autres ; l’agent n’y est pas', async () => {
    const { departements } = await r.call(listerAdresses, {})
    expect(departements).toEqual(['035'])
    const { id: signataireId } = await terme(r, 'signataire', 'DASEN')
    await r.call(definirAdresse, { signataireId, departement: '035', courriel: 'ia35@ac-exemple.fr' })
    expect(await adresses('DASEN')).toMatchObject({ courriel: '', parDepartement: { '035': 'ia35@ac-exemple.fr' } })
    expect(await adresses('CHEF')).toMatchObject({ parDepartement: null })
    expect(await adresses('RECTEUR')).toMatchObject({ parDepartement: null })
    expect(await adresses('AGENT')).toBeUndefined()
    await r.call(definirAdresse, { signataireId, departement: '035', courriel: '' })
    expect(await adresses('DASEN')).toMatchObject({ parDepartement: {} })
  })

  it('refusent ce qui n’est pas une adresse, et partent avec leur signataire', async () => {
    const { id: signataireId } = await terme(r, 'signataire', 'DCIO')
    const adresse = { signataireId, departement: '035' }
    const refus = await refusDe(r.call(definirAdresse, { ...adresse, courriel: 'ia35 arobase exemple' }))
    expect(refus).toMatchObject({ code: 'invalid', fields: { courriel: 'Ce n’est pas une adresse électronique.' } })
    const { id } = await r.call(ajouterTerme, {
      ...{ liste: 'signataire', code: 'SG', libelle: 'Le secrétaire général', libelleFeminin: null, abrege: null },
      ...{ categorie: null, heures: null, synonymes: '' },
    })
    await r.call(definirAdresse, { signataireId: id, departement: '035', courriel: 'sg@ac-exemple.fr' })
    await r.call(supprimerTerme, { id })
    expect(await r.db.selectFrom('adresseSignataire').selectAll().execute()).toEqual([])
  })
})

describe('les textes des courriels', () => {
  it.each(genresCourriel)('d’origine, %s ne nomme que ses champs', async (genre) => {
    await r.call(modifierTexteCourriel, { genre, ...textesOrigine[genre] })
    const textes = await r.call(listerTextesCourriel, {})
    expect(textes.find((texte) => texte.genre === genre)).toMatchObject({ ...textesOrigine[genre], dOrigine: false })
  })

  it('se changent, s’emploient, et reviennent au texte d’origine', async () => {
    const propre = { objet: 'Pour {prenomNom}', corps: 'Bonjour,\nTél. {telephone}\n{invité|invitée} le {debut}' }
    await r.call(modifierTexteCourriel, { genre: 'lettreAgent', objet: 'Ancien', corps: 'Ancien' })
    await r.call(modifierTexteCourriel, { genre: 'lettreAgent', ...propre })
    await preparer('lettreAgent', { ids: ids.slice(0, 1) })
    const [message] = lus()
    expect([message?.enTetes['subject'], lisible(message?.texte ?? '')]).toEqual([
      'Pour Inès ALBAR',
      'Bonjour,\r\ninvitée le 1er septembre 2026\r\n',
    ])
    await r.call(retablirTexteCourriel, { genre: 'lettreAgent' })
    const [rendu] = await r.call(listerTextesCourriel, {})
    expect(rendu).toMatchObject({ ...textesOrigine.lettreAgent, dOrigine: true })
  })

  it.each([
    ['un champ inconnu', { objet: 'Pour {agent}', corps: 'x' }, 'objet', /« \{agent\} » n’existe pas/u],
    [
      'un champ d’un autre courriel',
      { objet: 'x', corps: '{listeLettres}' },
      'corps',
      /« \{listeLettres\} » n’existe pas/u,
    ],
    ['un texte vide', { objet: 'x', corps: ' ' }, 'corps', /Le texte est obligatoire/u],
  ])('refusent %s', async (_cas, texte, champ, message) => {
    const refus = await refusDe(r.call(modifierTexteCourriel, { genre: 'lettreAgent', ...texte }))
    expect(refus.code).toBe('invalid')
    expect(refus.fields?.[champ]).toMatch(message)
  })
})

it('annulée, ne laisse que des brouillons entiers', async () => {
  const arret = new AbortController()
  let pages = 0
  imprimer = () => {
    pages += 1
    if (pages < 3) return Promise.resolve(imprime)
    arret.abort()
    return new Promise(() => undefined)
  }
  const refus = await refusDe(
    r.call(
      preparerCourriels,
      { ...annee, genre: 'lettreAgent', ids, jetonDossier: r.grant(sortie) },
      { signal: arret.signal },
    ),
  )
  expect(refus).toMatchObject({ code: 'conflict', message: 'Export annulé. 2 courriels sur 3 sont écrits.' })
  expect(lus().map(({ pieces }) => pieces.length)).toEqual([1, 1])
})
