import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composerBordereau } from '../../../../electron/features/lettre-de-mission/bordereau.documents'
import { exporterBordereaux } from '../../../../shared/domain/envoi/envoi.contract'
import { grouperEnPlis, type Portee } from '../../../../shared/domain/envoi/pli'
import { attendDepuis } from '../../../../shared/domain/lettre-de-mission/attente'
import type { DossierLettre } from '../../../../shared/domain/lettre-de-mission/dossier'
import { changerEtats, signerLettres } from '../../../../shared/domain/lettre-de-mission/vie.contract'
import { cadreExemple, dossierExemple } from '../../../helpers/lettre'
import { insertLettreASigner, insertLieu } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { refusDe } from '../../../helpers/registre-fichier'
import { testContext, testRegistre, type TestRegistre } from '../../../helpers/registre'

const portees: Record<string, Portee> = { CHEF: 'residence', RECTEUR: 'academie' }
const porteeDe = (_dossier: DossierLettre, { code }: { code: string | null }): Portee =>
  code === null ? 'agent' : (portees[code] ?? 'departement')

/** A letter that waits for the signatory of this rank, at this résidence. */
function enAttente(nom: string, rang: number, uai: string, departement = '035', noms: string[] = []): DossierLettre {
  const exemple = dossierExemple({ agent: { nom }, lettre: { etat: 'signeeEnPartie', envoyeeLe: '2026-09-02' } })
  const residence = exemple.residence && { ...exemple.residence, uai, nom: `Lycée ${uai}`, departement }
  return {
    ...exemple,
    residence,
    signataires: exemple.signataires.map((signataire, place) => ({
      ...signataire,
      nom: noms[place] ?? '',
      signeLe: place < rang ? `2026-09-${String(10 + place)}` : null,
    })),
  }
}

const resume = (dossiers: DossierLettre[]): string[] =>
  grouperEnPlis(dossiers, porteeDe).map(
    ({ code, lieu, departement, nom, lettres }) =>
      `${code} ${[lieu?.uai ?? departement, nom].filter((mot) => mot !== '').join(' ')} : ${lettres.map(({ agent }) => agent.nom).join(', ')}`,
  )

describe('les plis à signer', () => {
  it.each<[string, DossierLettre[], string[]]>([
    [
      'un par agent de passage : tous les agents ensemble',
      [enAttente('A', 0, '1'), enAttente('B', 0, '2')],
      ['AGENT  : A, B'],
    ],
    [
      'un par chef d’établissement',
      [enAttente('A', 1, '1'), enAttente('B', 1, '2'), enAttente('C', 1, '1')],
      ['CHEF 1 : A, C', 'CHEF 2 : B'],
    ],
    [
      'un par département pour qui n’est pas nommé',
      [enAttente('A', 3, '1'), enAttente('B', 3, '2', '022')],
      ['DASEN 022 : B', 'DASEN 035 : A'],
    ],
    [
      'un par personne nommée, où qu’elle signe',
      [
        enAttente('A', 3, '1', '035', ['', '', '', 'Le Bris']),
        enAttente('B', 3, '2', '022', ['', '', '', 'LE BRIS']),
        enAttente('C', 3, '2', '022', ['', '', '', 'Autret']),
      ],
      ['DASEN 022 Autret : C', 'DASEN 035 Le Bris : A, B'],
    ],
    ['un seul pour le recteur', [enAttente('A', 4, '1'), enAttente('B', 4, '2', '022')], ['RECTEUR  : A, B']],
    ['dans l’ordre du circuit', [enAttente('A', 4, '1'), enAttente('B', 0, '2')], ['AGENT  : B', 'RECTEUR  : A']],
    ['rien pour qui n’attend rien', [dossierExemple(), dossierExemple({ lettre: { etat: 'signee' } })], []],
  ])('%s', (_cas, dossiers, attendu) => {
    expect(resume(dossiers)).toEqual(attendu)
  })

  it('compte l’attente depuis la dernière signature, ou depuis l’envoi', () => {
    expect([0, 1, 3].map((rang) => attendDepuis(enAttente('A', rang, '1')))).toEqual([
      '2026-09-02',
      '2026-09-10',
      '2026-09-12',
    ])
  })
})

describe('le bordereau', () => {
  const composer = (dossiers: DossierLettre[]) => {
    const [pli] = grouperEnPlis(dossiers, porteeDe)
    if (!pli) throw new Error('no bundle')
    return composerBordereau(pli, { ...cadreExemple(), anneeId: '2026-2027', aujourdhui: '2026-09-21' })
  }

  it('porte l’en-tête, une ligne par lettre, le total et la place de signer', () => {
    const document = composer([enAttente('Hamon', 1, '1'), enAttente('Albar', 1, '1')])
    expect(lisible(document.titre)).toBe('Bordereau de signature 2026-2027 – Le chef d’établissement, Lycée 1, Rennes')
    const [enTete, titre, consigne, tableau, cases] = document.parties[0]?.blocs ?? []
    expect(enTete).toMatchObject({
      genre: 'enTete',
      lieuEtDate: 'Rennes, le 21\u00A0septembre 2026',
      destinataire: ['Le chef d’établissement', 'Lycée 1, Rennes'],
    })
    expect(titre).toMatchObject({ niveau: 1, texte: 'Bordereau de signature – lettres de mission 2026-2027' })
    expect(lisible(JSON.stringify(consigne))).toContain('Les 2 lettres ci-dessous attendent votre signature.')
    if (tableau?.genre !== 'tableau') throw new Error('no table')
    expect(tableau.colonnes.map(({ titre }) => titre)).toEqual([
      'N°',
      'Agent',
      'Résidence, réseaux',
      'Lettre',
      'Date',
      'Signature ou visa',
    ])
    expect(tableau.lignes[0]?.map(lisible)).toEqual([
      '1',
      'HAMON Nadège\ncoordonnatrice MLDS',
      'Lycée 1\nFOQUALE Rennes Sud',
      'Lettre, signée en partie\ndepuis le 10/09/2026\nDRAIO/MLDS/2026-2027/012',
      '',
      '',
    ])
    expect(tableau.total?.map(lisible)).toEqual(['', '2 lettres', '', '', '', ''])
    expect(cases).toMatchObject({
      genre: 'signatures',
      cases: [{ qualite: 'Remis par', nom: 'Jeanne Exemple' }, { qualite: 'Reçu par\u00A0: Le chef d’établissement' }],
    })
  })

  it('écrit le rôle en bref quand la civilité n’est pas connue', () => {
    const dossier = enAttente('Hamon', 1, '1')
    const inconnu = {
      ...dossier,
      agent: { ...dossier.agent, civilite: null },
      role: { ...dossier.role, abrege: 'Coord.' },
    }
    const tableau = composer([inconnu]).parties[0]?.blocs.find(({ genre }) => genre === 'tableau')
    expect(tableau).toMatchObject({
      lignes: [[expect.anything(), 'HAMON Nadège\nCoord.', ...Array<unknown>(4).fill(expect.anything())]],
    })
  })

  it('s’adresse à la rectrice, et aux agents ensemble', () => {
    const destinataires = [4, 0].map((rang) => composer([enAttente('Hamon', rang, '1')]).parties[0]?.titre)
    expect(destinataires).toEqual(['La rectrice de l’académie de Rennes', 'Les agents concernés'])
  })
})

describe('exporter les bordereaux', () => {
  const imprime = new Uint8Array(
    readFileSync(fileURLToPath(new URL('../../../fixtures/imprimes/une-lettre.pdf', import.meta.url))),
  )
  const annee = { anneeId: '2026-2027' }
  let r: TestRegistre
  let ids: string[]

  beforeEach(async () => {
    const { shell } = testContext('')
    r = await testRegistre({ shell: { ...shell, printToPdf: () => Promise.resolve(imprime) } })
    const residenceId = await insertLieu(r, '0350001A', 'Lycée du Thabor', { type: 'Lycée' })
    ids = []
    for (const nom of ['Albar', 'Bœuf', 'Caradec'])
      ids.push(await insertLettreASigner(r, { agent: { nom, prenom: 'Inès' }, residenceId }))
  })
  afterEach(() => {
    r.close()
  })

  it('écrit un PDF par signataire dont c’est le tour', async () => {
    await r.call(changerEtats, { ids, vers: 'aLaSignature', le: '2026-09-02' })
    await r.call(signerLettres, { ids: ids.slice(0, 2), le: '2026-09-03' })
    const sortie = join(r.dossier, 'bordereaux')
    const { fichiers, laissees } = await r.call(exporterBordereaux, { ...annee, jetonDossier: r.grant(sortie) })
    expect(fichiers.map(({ nom, lettres }) => `${nom} ${String(lettres)}`)).toEqual([
      'Bordereau de signature 2026-2027 - Agents.pdf 1',
      'Bordereau de signature 2026-2027 - Lycée du Thabor - Le chef d’établissement.pdf 2',
    ])
    expect([readdirSync(sortie).length, laissees]).toEqual([2, 0])
  })

  it('n’écrase rien de ce qui porte déjà ces noms, quand cela n’a pas été demandé', async () => {
    await r.call(changerEtats, { ids, vers: 'aLaSignature', le: '2026-09-02' })
    await r.call(signerLettres, { ids: ids.slice(0, 2), le: '2026-09-03' })
    const sortie = join(r.dossier, 'bordereaux')
    mkdirSync(sortie)
    const deja = join(sortie, 'BORDEREAU de signature 2026-2027 - Agents.pdf')
    writeFileSync(deja, 'gardé')
    const exporter = (choix: { remplacer?: true } = {}) =>
      r.call(exporterBordereaux, { ...annee, jetonDossier: r.grant(sortie), ...choix })
    await expect(exporter()).rejects.toMatchObject({
      code: 'conflict',
      message: '« bordereaux » contient déjà « Bordereau de signature 2026-2027 - Agents.pdf ». Rien n’a été écrit.',
      fields: { remplacer: '« bordereaux » contient déjà « Bordereau de signature 2026-2027 - Agents.pdf ».' },
    })
    expect([readdirSync(sortie).length, readFileSync(deja, 'utf8')]).toEqual([1, 'gardé'])
    expect((await exporter({ remplacer: true })).fichiers).toHaveLength(2)
  })

  it('garde les lettres choisies et le signataire demandé, et dit combien elle laisse', async () => {
    await r.call(changerEtats, { ids: ids.slice(0, 2), vers: 'aLaSignature', le: '2026-09-02' })
    const jetonDossier = r.grant(join(r.dossier, 'bordereaux'))
    await r.db
      .updateTable('lettreDeMission')
      .set({ etablieLe: null })
      .where('id', '=', ids[0] ?? '')
      .execute()
    const { fichiers, laissees, sansDate } = await r.call(exporterBordereaux, {
      ...{ ...annee, ids, code: 'AGENT', jetonDossier },
    })
    expect(sansDate).toEqual([{ id: ids[0], agent: 'ALBAR Inès' }])
    expect([fichiers.map(({ lettres }) => lettres), laissees]).toEqual([[2], 1])
  })

  it('refuse quand personne n’est attendu', async () => {
    const jetonDossier = r.grant(join(r.dossier, 'bordereaux'))
    const refus = await refusDe(r.call(exporterBordereaux, { ...annee, jetonDossier }))
    expect({ code: refus.code, message: refus.message }).toEqual({
      code: 'notFound',
      message: 'Aucune lettre de 2026-2027 n’attend une signature. Rien n’a été écrit.',
    })
  })
})
