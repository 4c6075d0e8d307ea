import { Buffer } from 'node:buffer'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyserClasseur } from '../../../../shared/domain/importation/importation.contract'
import { classeurBrut } from '../../../helpers/classeur'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeAll(async () => {
  r = await testRegistre()
})
afterAll(() => {
  r.close()
})

const analyser = (nom: string, contenu: Uint8Array | string) => {
  const chemin = join(r.dossier, nom)
  writeFileSync(chemin, contenu)
  return r.call(analyserClasseur, { jeton: r.grant(chemin), anneeId: '2025-2026' })
}
const feuille = { nom: 'A', donnees: '<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row>' }
const protege = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(600),
])

test.each([
  ['un mot de passe', protege, 'est protégé par un mot de passe'],
  [
    'des macros',
    classeurBrut({ feuilles: [feuille], parties: [{ nom: 'xl/vbaProject.bin', contenu: 'x' }] }),
    'contient des macros',
  ],
  [
    'une bombe',
    classeurBrut({ feuilles: [feuille], parties: [{ nom: 'xl/media/z.bin', contenu: Buffer.alloc(60_000_000) }] }),
    'est anormalement comprimé',
  ],
  ['un texte renommé', 'Nom;Prénom', 'n’est pas un classeur Excel'],
  ['un fichier vide', '', 'est vide'],
  ['un classeur tronqué', classeurBrut({ feuilles: [feuille] }).subarray(0, 400), 'est abîmé ou incomplet'],
])('refuse %s d’une phrase, sans rien importer', async (nom, contenu, phrase) => {
  const refus = analyser(`${nom}.xlsx`, contenu)
  await expect(refus).rejects.toMatchObject({ code: 'invalid' })
  await expect(refus).rejects.toThrow(phrase)
  await expect(refus).rejects.toThrow('Rien n’a été importé.')
})

test('refuse un fichier dix fois trop grand sans le lire', async () => {
  const chemin = join(r.dossier, 'énorme.xlsx')
  writeFileSync(chemin, '')
  truncateSync(chemin, 500_000_000)
  const refus = r.call(analyserClasseur, { jeton: r.grant(chemin), anneeId: '2025-2026' })
  await expect(refus).rejects.toThrow('« énorme.xlsx » pèse 500 Mo ; la limite est de 50 Mo. Rien n’a été importé.')
})

test('dit qu’un fichier n’existe pas', async () => {
  const refus = r.call(analyserClasseur, { jeton: r.grant(join(r.dossier, 'absent.xlsx')), anneeId: '2025-2026' })
  await expect(refus).rejects.toThrow(
    '« absent.xlsx » n’a pas été trouvé : vérifiez son nom et son dossier. Rien n’a été importé.',
  )
})

test('lit sans attendre un classeur dont les validations couvrent des colonnes entières', async () => {
  const validations =
    '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>'
  const plan = await analyser('validations.xlsx', classeurBrut({ feuilles: [{ ...feuille, apres: validations }] }))
  expect(plan.feuillesLaissees).toHaveLength(1)
})
