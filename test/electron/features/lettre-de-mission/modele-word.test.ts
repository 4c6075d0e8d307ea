import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ouvrirModele } from '../../../../electron/documents/docx-modele'
import { exporterLettres } from '../../../../shared/domain/lettre-de-mission/exportation.contract'
import {
  changerEtatLettre,
  definirEtablissements,
  modifierLettre,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { dupliquerModele, retirerModele } from '../../../../shared/domain/modele-lettre/modele-lettre.contract'
import { signerLettres } from '../../../../shared/domain/lettre-de-mission/vie.contract'
import {
  copierModeleWord,
  definirModeleWord,
  ecrireModeleDeDepart,
  listerModelesWord,
  verifierModeleWord,
} from '../../../../shared/domain/modele-word/modele-word.contract'
import { lireDocx, texteDe } from '../../../helpers/docx'
import { insertLettre, insertLieu } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { documentBrut, paragrapheBrut as p, rangeeBrute, tableBrute } from '../../../helpers/modele-word'
import { refusDe } from '../../../helpers/registre-fichier'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

/** A document on disk, as the dialog gives it. */
function fichier(corps: string, nom = 'modele.docx'): string {
  const chemin = join(r.dossier, nom)
  writeFileSync(chemin, documentBrut({ corps }))
  return r.grant(chemin)
}

const sain =
  p('{civilite} {prenomNom}, {affecté|affectée} du {debut}') +
  tableBrute(rangeeBrute('{#etablissements}{etablissementUai}', '{etablissementNom}{/etablissements}')) +
  p('{#contractuel}Contrat jusqu’au {contratFin}.{/contractuel}{^contractuel}Titulaire.{/contractuel}') +
  p('{grade}')

async function word(id: string): Promise<{ lignes: string[]; aCorriger: { agent: string; message: string }[] }> {
  const cible = join(r.dossier, 'lettre.docx')
  const { aCorriger } = await r.call(exporterLettres, {
    anneeId: '2026-2027',
    ids: [id],
    format: 'docx',
    jetonFichierUnique: r.grant(cible),
  })
  const xml = (await lireDocx(readFileSync(cible))).get('word/document.xml') ?? ''
  return { lignes: texteDe(xml).map((ligne) => lisible(ligne)), aCorriger }
}

/** A letter with an établissement, ready to be signed. */
async function lettre(): Promise<string> {
  const lieu = await insertLieu(r, '0350001A', 'Lycée Macé')
  const { lettre } = await insertLettre(r, {
    agent: { nom: 'Hamon', prenom: 'Nadège' },
    affectation: { residenceId: lieu },
  })
  await r.call(definirEtablissements, {
    id: lettre.id,
    lignes: [{ etablissementId: lieu, natureId: null, volume: null, uniteVolume: 'heuresParAn', gpds: 0 }],
  })
  return lettre.id
}

describe('le modèle Word de l’académie', () => {
  it('est contrôlé, pris, employé par les lettres de son modèle, rendu et retiré', async () => {
    const id = await lettre()
    const jeton = fichier(sain)
    expect(await r.call(verifierModeleWord, { jeton })).toMatchObject({ nom: 'modele.docx', erreurs: [], employes: 9 })
    await r.call(definirModeleWord, { modele: 'coordonnateur', jeton })
    const listes = await r.call(listerModelesWord, {})
    expect(listes.find(({ modele }) => modele === 'coordonnateur')?.fichier).toMatchObject({ nom: 'modele.docx' })
    expect(listes.filter(({ fichier }) => fichier !== null)).toHaveLength(1)

    const { lignes, aCorriger } = await word(id)
    expect(lignes).toEqual([
      'Madame Nadège HAMON, affectée du 1er septembre 2026',
      '0350001A',
      'Lycée Macé',
      'Titulaire.',
      '[à compléter : Grade]',
    ])
    expect(aCorriger).toContainEqual({ agent: 'HAMON Nadège', message: 'À compléter dans le document : Grade.' })

    const copie = join(r.dossier, 'copie.docx')
    await r.call(copierModeleWord, { modele: 'coordonnateur', jeton: r.grant(copie) })
    expect(readFileSync(copie).equals(readFileSync(join(r.dossier, 'modele.docx')))).toBe(true)

    await r.call(definirModeleWord, { modele: 'coordonnateur', jeton: null })
    expect(await r.db.selectFrom('fichier').selectAll().execute()).toEqual([])
    expect((await word(id)).lignes).toContain('1.1 Affectation')
  })

  it('se remplace sans laisser l’ancien dans le registre', async () => {
    await r.call(definirModeleWord, { modele: 'coordonnateur', jeton: fichier(sain) })
    await r.call(definirModeleWord, { modele: 'coordonnateur', jeton: fichier(p('{nom}'), 'autre.docx') })
    const noms = await r.db.selectFrom('fichier').select('nom').execute()
    expect(noms).toEqual([{ nom: 'autre.docx' }])
  })

  it('part avec le modèle de lettre que l’académie avait ajouté', async () => {
    const { code } = await r.call(dupliquerModele, { code: 'coordonnateur', libelle: 'Coordonnateur REP' })
    await r.call(definirModeleWord, { modele: code, jeton: fichier(p('{nom}')) })
    await r.call(retirerModele, { code })
    expect(await r.db.selectFrom('fichier').select('nom').execute()).toEqual([])
  })

  it('ne change rien à une lettre signée', async () => {
    const id = await lettre()
    await r.call(definirModeleWord, { modele: 'coordonnateur', jeton: fichier(p('Autre texte pour {nom}.')) })
    expect((await word(id)).lignes).toEqual(['Autre texte pour HAMON.'])
    await r.call(modifierLettre, { id, champs: { etablieLe: '2026-09-05' } })
    await r.call(changerEtatLettre, { id, vers: 'aLaSignature', le: '2026-09-10' })
    await r.call(signerLettres, { ids: [id], le: '2026-09-20' })
    const { lignes } = await word(id)
    expect(lignes).toContain('1.1 Affectation')
    expect(lignes).toContain('Signé le 20 septembre 2026')
  })

  it('est refusé avec la première de ses erreurs, et rien ne change', async () => {
    const refus = await refusDe(
      r.call(definirModeleWord, { modele: 'coordonnateur', jeton: fichier(p('{nomm} {#visas}')) }),
    )
    expect(lisible(refus.message)).toBe(
      '« modele.docx » : {#visas} n’est pas fermée : il manque {/visas} après elle, dans le même texte ou le même tableau. Et 1 autre erreur. Le modèle « Coordonnateur, coordonnatrice » n’a pas changé.',
    )
    expect(await r.db.selectFrom('modeleWord').selectAll().execute()).toEqual([])
  })

  it('refuse un fichier trop lourd, ou absent, d’une phrase', async () => {
    const chemin = join(r.dossier, 'lourd.docx')
    writeFileSync(chemin, Buffer.alloc(5_000_001))
    for (const [nom, phrase] of [
      ['lourd.docx', '« lourd.docx » pèse plus de 5 Mo. Le modèle n’a pas été pris.'],
      ['absent.docx', '« absent.docx » n’a pas pu être lu. Le modèle n’a pas été pris.'],
    ] as const)
      expect((await refusDe(r.call(verifierModeleWord, { jeton: r.grant(join(r.dossier, nom)) }))).message).toBe(phrase)
  })

  it('donne un document de départ qui passe le contrôle, remplit une lettre entière et n’imprime pas son aide', async () => {
    const id = await lettre()
    const depart = join(r.dossier, 'depart.docx')
    await r.call(ecrireModeleDeDepart, { jeton: r.grant(depart) })
    expect((await ouvrirModele(readFileSync(depart), 'depart.docx')).fautes).toEqual([])
    const { erreurs } = await r.call(verifierModeleWord, { jeton: r.grant(depart) })
    expect(erreurs).toEqual([])
    await r.call(definirModeleWord, { modele: 'coordonnateur', jeton: r.grant(depart) })
    const { lignes } = await word(id)
    expect(lignes).toContain('Objet : Lettre de mission – coordonnatrice MLDS – année scolaire 2026-2027')
    expect(lignes).toContain('Lycée Macé')
    expect(lignes.join(' ')).not.toMatch(/jamais imprimée|\{|\}/u)
  })
})
