import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lireAgent } from '../../../../shared/domain/agent/agent.contract'
import { annulerEtape, listerJournal } from '../../../../shared/domain/journal/journal.contract'
import { exporterLettres } from '../../../../shared/domain/lettre-de-mission/exportation.contract'
import {
  apercuLettre,
  changerEtatLettre,
  definirEtablissements,
  lireLettre,
  listerLettres,
  modifierLettre,
  supprimerLettre,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import {
  changerEtats,
  lireVie,
  preparerAvenantLettre,
  remplacerLettre,
  resumerSelection,
  retirerSignatureLettre,
  signerLettres,
} from '../../../../shared/domain/lettre-de-mission/vie.contract'
import { verifierRegistre } from '../../../../shared/domain/registre/registre.contract'
import { lireDocx, texteDe } from '../../../helpers/docx'
import { insertLettre, insertLieu } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { commeImport } from '../../../helpers/journal'
import { refusDe } from '../../../helpers/registre-fichier'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
let lieu: string
beforeEach(async () => {
  r = await testRegistre()
  lieu = await insertLieu(r, '0350001A', 'Lycée Macé')
})
afterEach(() => {
  r.close()
})

const le = '2026-09-20'

/** A dated letter with an établissement, sent to be signed. */
async function lettreEnvoyee(nom = 'Caradec') {
  const { lettre } = await insertLettre(r, { agent: { nom }, affectation: { residenceId: lieu } })
  const { id } = lettre
  const ligne = { etablissementId: lieu, natureId: null, volume: null, uniteVolume: 'heuresParAn', gpds: 0 } as const
  await r.call(definirEtablissements, { id, lignes: [ligne] })
  await r.call(modifierLettre, { id, champs: { etablieLe: '2026-09-05' } })
  return r.call(changerEtatLettre, { id, vers: 'aLaSignature', le: '2026-09-10' })
}

async function lettreSignee(nom = 'Caradec') {
  const { lettre } = await lettreEnvoyee(nom)
  await r.call(changerEtatLettre, { id: lettre.id, vers: 'signee', le })
  return lettre.id
}

/** The rows of a letter under another identifier, for an agent of their own: what an import writes. */
function copierLettre(source: string, id: string): void {
  const copier = (
    table: string,
    ou: string,
    change: (ligne: Record<string, unknown>) => Record<string, unknown>,
  ): void => {
    for (const ligne of r.sqlite.prepare(`SELECT * FROM ${table} WHERE ${ou} = ?`).all(source) as Record<
      string,
      unknown
    >[]) {
      const copie = { ...ligne, ...change(ligne) }
      const noms = Object.keys(copie)
      r.sqlite
        .prepare(`INSERT INTO ${table} (${noms.join(', ')}) VALUES (${noms.map((nom) => `@${nom}`).join(', ')})`)
        .run(copie)
    }
  }
  const agentId = `agent de ${id}`
  r.sqlite
    .prepare(
      `INSERT INTO agent SELECT @agentId, ${autresColonnes('agent')} FROM agent WHERE id = (SELECT agentId FROM lettreDeMission WHERE id = @source)`,
    )
    .run({ agentId, source })
  copier('lettreDeMission', 'id', () => ({ id, agentId, reference: '' }))
  for (const table of ['lettreEtablissement', 'lettreSignataire', 'lettreVisa'])
    copier(table, 'lettreId', (ligne) => ({ id: `${id} ${String(ligne['id'])}`, lettreId: id }))
}

const autresColonnes = (table: string): string =>
  (r.sqlite.pragma(`table_info(${table})`) as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== 'id')
    .join(', ')

describe('un pas pour beaucoup de lettres', () => {
  it('annulé en chemin, n’en change aucune', async () => {
    const ids: string[] = []
    for (let rang = 0; rang < 30; rang += 1) ids.push((await lettreEnvoyee(`Nom${String(rang)}`)).lettre.id)
    const annule = new AbortController()
    const faits: number[] = []
    const appel = r.call(
      signerLettres,
      { ids, le },
      {
        signal: annule.signal,
        progress: ({ fait }) => {
          faits.push(fait)
          if (fait > 0) annule.abort()
        },
      },
    )
    await expect(appel).rejects.toThrow('Annulé : aucune lettre n’a changé.')
    expect(faits).toEqual([0, 25])
    const etats = (await r.call(listerLettres, { anneeId: '2026-2027' })).map(({ etat }) => etat)
    expect(etats).toEqual(ids.map(() => 'aLaSignature'))
  })
})

describe('signer', () => {
  it('suit le circuit, passe par « signée en partie » et date la dernière signature', async () => {
    const { lettre, signataires } = await lettreEnvoyee()
    for (const [rang] of signataires.entries()) {
      await r.call(signerLettres, { ids: [lettre.id], le: `2026-09-${String(12 + rang)}` })
      const { lettre: lue } = await r.call(lireLettre, { id: lettre.id })
      const derniere = rang === signataires.length - 1
      expect(lue.etat).toBe(derniere ? 'signee' : 'signeeEnPartie')
      expect(lue.signeeLe).toBe(derniere ? '2026-09-16' : null)
    }
    const { evenements } = await r.call(lireVie, { id: lettre.id })
    expect(evenements.map(({ etape, le: jour, qui }) => [etape, jour, qui])).toEqual([
      ['aLaSignature', '2026-09-10', 'L’intéressée, Inès CARADEC'],
      ['signature', '2026-09-12', 'L’intéressée, Inès CARADEC'],
      ['signature', '2026-09-13', 'Le chef d’établissement'],
      ['signature', '2026-09-14', signataires[2]?.qualite],
      ['signature', '2026-09-15', signataires[3]?.qualite],
      ['signature', '2026-09-16', 'Pour le recteur et par délégation'],
      ['signee', '2026-09-16', ''],
    ])
  })

  it('refuse une signature avant la lettre, à venir, ou avant son tour', async () => {
    const { lettre } = await lettreEnvoyee()
    const refus = async (input: { le: string; code?: string; horsOrdre?: boolean }) =>
      lisible((await refusDe(r.call(signerLettres, { ids: [lettre.id], ...input }))).message)
    expect(await refus({ le: '2026-09-04' })).toBe(
      'La lettre est du 05/09/2026 : elle ne peut pas avoir été signée le 04/09/2026. Rien n’a changé.',
    )
    expect(await refus({ le: '2026-12-25' })).toBe(
      'Le 25/12/2026 est un jour à venir : une signature s’enregistre quand elle est donnée. Rien n’a changé.',
    )
    expect(await refus({ le, code: 'CHEF' })).toBe(
      '« L’intéressée » signe avant « Le chef d’établissement » : enregistrez d’abord sa signature, ou cochez « Hors de l’ordre du circuit ». Rien n’a changé.',
    )
    await r.call(signerLettres, { ids: [lettre.id], le, code: 'CHEF', horsOrdre: true })
    expect(await refus({ le, code: 'CHEF' })).toBe(
      '« Le chef d’établissement » a déjà signé le 20/09/2026. Rien n’a changé.',
    )
    expect((await r.call(lireVie, { id: lettre.id })).evenements.at(-1)).toMatchObject({
      etape: 'signature',
      motif: 'Hors de l’ordre du circuit',
    })
  })

  it('signe d’un coup celles qui peuvent l’être et dit pourquoi les autres ne le sont pas', async () => {
    const { lettre: prete } = await lettreEnvoyee('Prête')
    const { lettre: brouillon } = await insertLettre(r, { agent: { nom: 'Brouillon' } })
    const { faites, refusees } = await r.call(signerLettres, { ids: [prete.id, brouillon.id], le, code: 'AGENT' })
    expect(faites).toEqual([prete.id])
    expect(refusees.map(({ agent, raison }) => [agent, lisible(raison)])).toEqual([
      ['BROUILLON Inès', 'Une lettre « Brouillon » n’attend aucune signature. Rien n’a changé.'],
    ])
  })

  it('fige le texte à la première signature : il reste tel qu’il a été imprimé, quoi qui change autour', async () => {
    const { lettre } = await lettreEnvoyee()
    await r.call(signerLettres, { ids: [lettre.id], le })
    await r.db.updateTable('etablissement').set({ nom: 'Lycée Rebaptisé' }).where('id', '=', lieu).execute()
    const { html } = await r.call(apercuLettre, { id: lettre.id })
    expect(html).toContain('Lycée Macé')
    expect(html).not.toContain('Lycée Rebaptisé')
    expect(lisible(html)).toContain('Signé le 20 septembre 2026')
    const docx = join(r.dossier, 'figee.docx')
    await r.call(exporterLettres, {
      anneeId: '2026-2027',
      ids: [lettre.id],
      format: 'docx',
      jetonFichierUnique: r.grant(docx),
    })
    const word = texteDe((await lireDocx(readFileSync(docx))).get('word/document.xml') ?? '').map(lisible)
    expect(word).toContain('Lycée Macé')
    expect(word).not.toContain('Lycée Rebaptisé')
    expect(word).toContain('Signé le 20 septembre 2026')
    expect((await r.call(lireVie, { id: lettre.id })).figee).toMatchObject({ intacte: true })
    expect((await refusDe(r.call(modifierLettre, { id: lettre.id, champs: { quotite: 50 } }))).message).toBe(
      'Cette lettre est signée : elle ne se modifie plus, un changement demande un avenant. Rien n’a changé.',
    )
  })

  it('refuse aussi ce qu’un autre chemin écrirait dans un texte figé, et laisse vivre le reste', async () => {
    const { lettre, domaines } = await lettreEnvoyee()
    await r.call(signerLettres, { ids: [lettre.id], le })
    const ecrire = (sql: string) => () => r.sqlite.prepare(sql).run()
    expect(ecrire(`UPDATE lettreDeMission SET quotite = 50 WHERE id = '${lettre.id}'`)).toThrow('lettreFigee')
    expect(ecrire(`UPDATE lettreDomaine SET heures = 3 WHERE id = '${domaines[0]?.id ?? ''}'`)).toThrow('lettreFigee')
    expect(ecrire(`DELETE FROM lettreEtablissement WHERE lettreId = '${lettre.id}'`)).toThrow('lettreFigee')
    expect(ecrire(`UPDATE lettreSignataire SET signeLe = '2026-09-21' WHERE lettreId = '${lettre.id}'`)).not.toThrow()
  })

  it('ne défait pas en silence ce qui a été signé : l’annulation d’une saisie plus ancienne est refusée', async () => {
    const { lettre } = await lettreEnvoyee()
    const modification = (await r.call(listerJournal, { limite: 10 })).etapes.find(({ phrase }) =>
      phrase.includes('date de la lettre'),
    )
    await r.call(signerLettres, { ids: [lettre.id], le })
    const etapeSeq = modification?.seq ?? 0
    expect(await r.call(annulerEtape, { etapeSeq })).toMatchObject({
      fait: false,
      raison: expect.stringContaining('la lettre est signée depuis, son texte ne change plus'),
      suivantes: [{ phrase: 'Signature de la lettre de mission CARADEC Inès, 2026-2027' }],
    })
    expect((await r.call(lireLettre, { id: lettre.id })).lettre.etablieLe).toBe('2026-09-05')
    // And the signature is taken back first when that is what is wanted.
    expect(await r.call(annulerEtape, { etapeSeq, avecSuivantes: true })).toMatchObject({ fait: true })
    expect(await r.call(lireVie, { id: lettre.id })).toMatchObject({ figee: null })
    expect((await r.call(lireLettre, { id: lettre.id })).lettre.etablieLe).not.toBe('2026-09-05')
  })

  it('annule un import de lettres dont une est signée depuis : elle reste entière, les autres partent', async () => {
    const { lettre } = await lettreEnvoyee()
    await commeImport(r, () => {
      for (const id of ['importee1', 'importee2']) copierLettre(lettre.id, id)
    })
    const [etape] = (await r.call(listerJournal, { limite: 1 })).etapes
    await r.call(signerLettres, { ids: ['importee1'], le })
    const annulee = await r.call(annulerEtape, { etapeSeq: etape?.seq ?? 0 })
    expect(annulee).toMatchObject({
      fait: true,
      phrase: expect.stringContaining('(3 fiches gardées, modifiées ou utilisées depuis)'),
    })
    expect(annulee.fait && annulee.gardees.map(({ raison }) => raison)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('a changé depuis (état)'),
        expect.stringMatching(/« établissement d’intervention .* » reste avec « lettre de mission/),
      ]),
    )
    expect((await r.call(lireLettre, { id: 'importee1' })).etablissements).toHaveLength(1)
    expect(await r.call(lireVie, { id: 'importee1' })).toMatchObject({ figee: { intacte: true } })
    expect((await refusDe(r.call(lireLettre, { id: 'importee2' }))).code).toBe('notFound')
  })

  it('annule un import dont un brouillon a été corrigé depuis : il garde ses établissements', async () => {
    const { lettre } = await lettreEnvoyee()
    await commeImport(r, () => copierLettre(lettre.id, 'importee1'))
    const [etape] = (await r.call(listerJournal, { limite: 1 })).etapes
    await r.call(modifierLettre, { id: 'importee1', champs: { moyens: 'Un bureau' } })
    const annulee = await r.call(annulerEtape, { etapeSeq: etape?.seq ?? 0 })
    expect(annulee).toMatchObject({
      fait: true,
      phrase: expect.stringContaining('(2 fiches gardées, modifiées ou utilisées depuis)'),
    })
    expect(annulee.fait && annulee.gardees.map(({ raison }) => raison)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/« établissement d’intervention .* » reste avec « lettre de mission/),
      ]),
    )
    expect((await r.call(lireLettre, { id: 'importee1' })).etablissements).toHaveLength(1)
  })

  it('rouvre le texte quand on annule l’enregistrement de la signature elle-même', async () => {
    const { lettre } = await lettreEnvoyee()
    await r.call(signerLettres, { ids: [lettre.id], le })
    expect(await r.call(annulerEtape, {})).toMatchObject({
      phrase: 'Annulé : Signature de la lettre de mission CARADEC Inès, 2026-2027',
    })
    expect(await r.call(lireVie, { id: lettre.id })).toMatchObject({ figee: null })
    expect((await r.call(modifierLettre, { id: lettre.id, champs: { quotite: 50 } })).lettre.quotite).toBe(50)
  })

  it('retire une signature enregistrée par erreur, avec son motif, et rouvre la lettre s’il n’en reste aucune', async () => {
    const { lettre, signataires } = await lettreEnvoyee()
    const { id } = lettre
    await r.call(signerLettres, { ids: [id], le })
    const ligneId = signataires[0]?.id ?? ''
    const sansMotif = await refusDe(r.call(retirerSignatureLettre, { id, ligneId, le }))
    expect(Object.keys(sansMotif.fields ?? {})).toEqual(['motif'])
    const lue = await r.call(retirerSignatureLettre, { id, ligneId, le, motif: 'Mauvaise personne' })
    expect(lue).toMatchObject({ figee: false, lettre: { etat: 'aLaSignature', signeeLe: null } })
  })

  it('est signalé par la vérification quand un texte figé ne correspond plus à son empreinte', async () => {
    const id = await lettreSignee()
    expect((await r.call(verifierRegistre, {})).constats.filter(({ objet }) => objet.startsWith('Lettre de'))).toEqual(
      [],
    )
    r.sqlite.prepare(`UPDATE lettreFigee SET contenu = replace(contenu, '100', '80') WHERE lettreId = ?`).run(id)
    expect((await r.call(verifierRegistre, {})).constats).toContainEqual({
      gravite: 'erreur',
      objet: 'Lettre de CARADEC Inès, 2026-2027',
      message: 'Le texte signé ne correspond plus à son empreinte : il a été modifié hors de l’application.',
    })
  })
})

describe('une lettre sans date', () => {
  const sansDate = async (nom: string): Promise<string> => {
    const { lettre } = await insertLettre(r, { agent: { nom }, affectation: { residenceId: lieu } })
    const ligne = { etablissementId: lieu, natureId: null, volume: null, uniteVolume: 'heuresParAn', gpds: 0 } as const
    await r.call(definirEtablissements, { id: lettre.id, lignes: [ligne] })
    return lettre.id
  }
  const dateDe = async (id: string) => (await r.call(lireLettre, { id })).lettre.etablieLe
  const contexte = { anneeId: '2026-2027' }

  it('est comptée avant l’envoi, et datée par lui quand on le demande', async () => {
    const [datee, laissee, dejaDatee] = [await sansDate('Alpha'), await sansDate('Bêta'), await sansDate('Gamma')]
    await r.call(modifierLettre, { id: dejaDatee, champs: { etablieLe: '2026-09-05' } })
    const ids = [datee, dejaDatee]
    expect((await r.call(resumerSelection, { contexte, selection: { ids } })).aEnvoyer).toMatchObject({
      bloquees: 0,
      sansDate: 1,
    })
    await r.call(changerEtats, { ids, vers: 'aLaSignature', le: '2026-09-10', dater: true })
    await r.call(changerEtats, { ids: [laissee], vers: 'aLaSignature', le: '2026-09-10' })
    expect(await Promise.all([datee, laissee, dejaDatee].map(dateDe))).toEqual(['2026-09-10', null, '2026-09-05'])
    expect((await r.call(resumerSelection, { contexte, selection: { ids: [datee, laissee] } })).aDater).toBe(1)
  })

  it('prend à sa signature la date de son envoi, jusque dans le texte figé', async () => {
    const [a, b] = [await sansDate('Alpha'), await sansDate('Bêta')]
    await r.call(changerEtats, { ids: [a, b], vers: 'aLaSignature', le: '2026-09-10' })
    expect((await refusDe(r.call(signerLettres, { ids: [a], le }))).message).toContain('La lettre n’est pas datée')
    await r.call(signerLettres, { ids: [a], le, dater: true })
    await r.call(changerEtatLettre, { id: b, vers: 'signee', le, dater: true })
    expect([await dateDe(a), await dateDe(b)]).toEqual(['2026-09-10', '2026-09-10'])
    const contenus = await r.db.selectFrom('lettreFigee').select('contenu').execute()
    expect(contenus.map(({ contenu }) => /10.septembre.2026/u.test(contenu))).toEqual([true, true])
  })
})

describe('la vie d’une lettre', () => {
  it('avance, revient et s’arrête comme le disent les règles, en lot aussi', async () => {
    const [a, b] = [await lettreSignee('Alpha'), await lettreSignee('Bêta')]
    await r.call(changerEtats, { ids: [a], vers: 'remise', le: '2026-09-25' })
    const { faites, refusees } = await r.call(changerEtats, { ids: [a, b], vers: 'remise', le: '2026-09-26' })
    expect(faites).toEqual([b])
    expect(refusees.map(({ agent, raison }) => [agent, raison])).toEqual([
      ['ALPHA Inès', 'Une lettre « Remise » ne peut pas passer à « Remise ». Rien n’a changé.'],
    ])
    const tropTot = await lettreSignee('Gamma')
    expect((await refusDe(r.call(changerEtats, { ids: [tropTot], vers: 'remise', le: '2026-09-01' }))).message).toBe(
      'La lettre a été signée le 20/09/2026 : elle n’a pas été remise le 01/09/2026. Rien n’a changé.',
    )
  })

  it('demande un motif pour annuler, et le garde', async () => {
    const { lettre } = await lettreEnvoyee()
    const refus = await refusDe(r.call(changerEtatLettre, { id: lettre.id, vers: 'annulee', le }))
    expect(refus.fields).toMatchObject({
      motif: 'Dites pourquoi la lettre est annulée : le motif reste dans le registre. Rien n’a changé.',
    })
    const annulee = await r.call(changerEtatLettre, { id: lettre.id, vers: 'annulee', le, motif: 'Mutation' })
    expect(annulee.lettre).toMatchObject({ etat: 'annulee', active: 0, motif: 'Mutation' })
  })
})

describe('un avenant', () => {
  const demande = { dateEffetLe: '2027-02-01', motif: 'Passage à 80 %' }

  it('dit ce qu’il change et quand, laisse la lettre en vigueur jusqu’à sa signature, puis la remplace', async () => {
    const id = await lettreSignee()
    const { lettre } = await r.call(preparerAvenantLettre, { id, ...demande })
    expect(lettre).toMatchObject({ nature: 'avenant', numeroAvenant: 1, version: 2, active: 0, etat: 'brouillon' })
    await r.call(modifierLettre, { id: lettre.id, champs: { quotite: 80, etablieLe: '2026-11-20' } })
    const { html } = await r.call(apercuLettre, { id: lettre.id })
    const texte = lisible(html.replaceAll(/<[^>]+>/g, ' '))
    expect(texte).toContain('Avenant n° 1 à la lettre de mission')
    expect(texte).toContain(
      'Le présent avenant modifie la lettre de mission du 5 septembre 2026 (réf. DRAIO/MLDS/2026-2027/001), à compter du 1er février 2027',
    )
    expect(texte).toContain('Quotité : 80 % au lieu de 100 %')
    expect(texte).toContain('Heures dues : 1 123 h 12 par an au lieu de 1 404 h par an')
    const active = async () =>
      (await r.call(listerLettres, { anneeId: '2026-2027' })).filter((ligne) => ligne.active === 1)
    expect((await active()).map(({ texte: nom }) => nom)).toEqual(['Lettre'])
    await r.call(changerEtatLettre, { id: lettre.id, vers: 'aLaSignature', le: '2026-11-20' })
    await r.call(changerEtatLettre, { id: lettre.id, vers: 'signee', le: '2026-11-21' })
    expect((await active()).map(({ texte: nom, quotite }) => [nom, quotite])).toEqual([['Avenant n° 1', 80]])
    expect((await r.call(lireVie, { id })).textes.map(({ nom, active: vigueur }) => [nom, vigueur])).toEqual([
      ['Lettre', 0],
      ['Avenant n° 1', 1],
    ])
    await r.call(annulerEtape, {})
    expect((await active()).map(({ texte: nom }) => nom)).toEqual(['Lettre'])
  })

  it('se refuse sur une lettre ouverte, sans motif, hors des dates, ou deux fois', async () => {
    const { lettre: ouverte } = await lettreEnvoyee('Ouverte')
    expect((await refusDe(r.call(preparerAvenantLettre, { id: ouverte.id, ...demande }))).message).toBe(
      'Cette lettre n’est pas encore signée : elle se modifie directement, sans avenant. Rien n’a été créé.',
    )
    const id = await lettreSignee()
    expect(
      (await refusDe(r.call(preparerAvenantLettre, { id, dateEffetLe: '2027-02-01', motif: ' ' }))).fields,
    ).toHaveProperty('motif')
    expect((await refusDe(r.call(preparerAvenantLettre, { id, ...demande, dateEffetLe: '2027-09-01' }))).message).toBe(
      'La lettre va du 01/09/2026 au 31/08/2027 : un avenant ne peut pas prendre effet le 01/09/2027. Rien n’a été créé.',
    )
    const { lettre } = await r.call(preparerAvenantLettre, { id, ...demande })
    expect((await refusDe(r.call(preparerAvenantLettre, { id, ...demande }))).message).toBe(
      'Un avenant à cette lettre est déjà en préparation. Rien n’a été créé.',
    )
    await r.call(supprimerLettre, { id: lettre.id })
    expect((await r.call(preparerAvenantLettre, { id, ...demande })).lettre.numeroAvenant).toBe(1)
  })

  it('annulé après signature, rend sa place à la lettre qu’il amendait', async () => {
    const id = await lettreSignee()
    const { lettre } = await r.call(preparerAvenantLettre, { id, ...demande })
    await r.call(modifierLettre, { id: lettre.id, champs: { etablieLe: '2026-11-20' } })
    await r.call(changerEtatLettre, { id: lettre.id, vers: 'aLaSignature', le: '2026-11-20' })
    await r.call(changerEtatLettre, { id: lettre.id, vers: 'signee', le: '2026-11-21' })
    await r.call(changerEtatLettre, { id: lettre.id, vers: 'annulee', le: '2026-11-22', motif: 'Erreur' })
    expect((await r.call(lireLettre, { id })).lettre.active).toBe(1)
  })
})

describe('« annule et remplace »', () => {
  it('annule la lettre envoyée, avec son motif, et prépare celle qui la remplace', async () => {
    const id = await lettreSignee()
    const { lettre } = await r.call(remplacerLettre, { id, dateEffetLe: '2026-09-01', motif: 'Erreur de résidence' })
    expect(lettre).toMatchObject({ nature: 'remplacement', active: 1, etat: 'brouillon', remplaceId: id })
    expect((await r.call(lireLettre, { id })).lettre).toMatchObject({
      etat: 'annulee',
      active: 0,
      motif: 'Erreur de résidence',
    })
    const { lettres } = await r.call(lireAgent, { id: lettre.agentId })
    expect(lettres.map(({ texte }) => texte)).toEqual(['Lettre de remplacement', 'Lettre'])
    const { html } = await r.call(apercuLettre, { id: lettre.id })
    expect(lisible(html)).toContain('La présente lettre annule et remplace la lettre de mission du 5 septembre 2026')
  })
})
