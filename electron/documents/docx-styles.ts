import { largeurUtile, mm, pt } from './docx-mesures'

/**
 * Word's own styles by their built-in names, so that a French Word shows « Titre 1 », « Liste à puces », « Légende »; ids
 * are those that a French Word gives. Sizes follow `html-style.ts`. Arial, which every station has and the State's
 * charter names when Marianne is not installed.
 */
const police = 'Arial'

interface StyleDeParagraphe {
  id: string
  nom: string
  base?: string
  suivant?: string
  /** Inside `w:pPr` and `w:rPr`, in the order of the schema. */
  paragraphe?: string
  caracteres?: string
}

const espace = (avant: number, apres: number, interligne?: number): string =>
  `<w:spacing w:before="${pt(avant)}" w:after="${pt(apres)}"${interligne === undefined ? '' : ` w:line="${Math.round(240 * interligne)}" w:lineRule="auto"`}/>`
const taille = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
const gris = '<w:color w:val="3A3A3A"/>'
const gras = '<w:b/><w:bCs/>'
const titre = (niveau: number, avant: number, apres: number): string =>
  `<w:keepNext/><w:keepLines/>${espace(avant, apres)}<w:outlineLvl w:val="${niveau - 1}"/>`
const liste = (numero: number, apres: number): string =>
  `<w:numPr><w:numId w:val="${numero}"/></w:numPr>${espace(0, apres)}`
const filet = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="BDBDBD"/></w:pBdr>'

const styles: readonly StyleDeParagraphe[] = [
  {
    id: 'Titre1',
    nom: 'heading 1',
    suivant: 'Normal',
    paragraphe: titre(1, 11, 6),
    caracteres: `${gras}${taille(11.5)}`,
  },
  { id: 'Titre2', nom: 'heading 2', suivant: 'Normal', paragraphe: titre(2, 8, 2), caracteres: `${gras}${taille(11)}` },
  { id: 'Titre3', nom: 'heading 3', suivant: 'Normal', paragraphe: titre(3, 5, 1), caracteres: `${gras}${taille(10)}` },
  { id: 'Listepuces', nom: 'List Bullet', paragraphe: `${liste(1, 0.5)}<w:contextualSpacing w:val="0"/>` },
  { id: 'Discret', nom: 'Discret', paragraphe: espace(0, 3), caracteres: `${gris}${taille(9)}` },
  {
    id: 'Etiquette',
    nom: 'Étiquette',
    base: 'Discret',
    paragraphe: espace(0, 2),
    caracteres: '<w:color w:val="161616"/>',
  },
  { id: 'References', nom: 'Références', paragraphe: liste(2, 2), caracteres: taille(9) },
  { id: 'Lgende', nom: 'caption', paragraphe: `<w:keepNext/>${espace(3, 3)}`, caracteres: `${gris}${taille(9)}` },
  { id: 'CelluleDeTableau', nom: 'Cellule de tableau', paragraphe: espace(2, 2, 1.05), caracteres: taille(9) },
  { id: 'TitreDeColonne', nom: 'Titre de colonne', base: 'CelluleDeTableau', caracteres: gras },
  { id: 'Timbre', nom: 'Timbre', paragraphe: espace(0, 1), caracteres: taille(9) },
  { id: 'TimbreLogo', nom: 'Timbre : logo', base: 'Timbre', paragraphe: espace(0, 7) },
  {
    id: 'TimbreFort',
    nom: 'Timbre : académie',
    base: 'Timbre',
    paragraphe: espace(0, 4),
    caracteres: `${gras}<w:caps/>${taille(11)}`,
  },
  {
    id: 'TimbreDiscret',
    nom: 'Timbre : suivi',
    base: 'Timbre',
    paragraphe: espace(6, 1),
    caracteres: `${gris}${taille(8.5)}`,
  },
  { id: 'Adresse', nom: 'Adresse', suivant: 'AdresseSuite', paragraphe: espace(7, 0) },
  { id: 'AdresseSuite', nom: 'Adresse : suite', base: 'Adresse', paragraphe: espace(0, 0) },
  {
    id: 'MentionEurope',
    nom: 'Mention du financement européen',
    paragraphe: espace(14, 0),
    caracteres: `<w:color w:val="003399"/>${taille(12)}`,
  },
  { id: 'Signature', nom: 'Signature', paragraphe: espace(2, 0), caracteres: taille(9) },
  {
    id: 'Espacement',
    nom: 'Espacement',
    paragraphe: `<w:spacing w:before="0" w:after="0" w:line="${pt(6)}" w:lineRule="exact"/>`,
    caracteres: taille(4),
  },
  { id: 'En-tte', nom: 'header', paragraphe: espace(0, 0), caracteres: taille(8) },
  {
    id: 'Pieddepage',
    nom: 'footer',
    paragraphe: `${filet}<w:tabs><w:tab w:val="right" w:pos="${mm(largeurUtile)}"/></w:tabs>${espace(0, 0)}`,
    caracteres: `<w:color w:val="595959"/>${taille(8)}`,
  },
  {
    id: 'AdresseDuService',
    nom: 'Adresse du service',
    base: 'Pieddepage',
    paragraphe: `<w:pBdr><w:top w:val="nil"/></w:pBdr>`,
    caracteres: taille(7.5),
  },
]

const ecrire = ({
  id,
  nom,
  base = 'Normal',
  suivant = id,
  paragraphe = '',
  caracteres = '',
}: StyleDeParagraphe): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${nom}"/><w:basedOn w:val="${base}"/>` +
  `<w:next w:val="${suivant}"/><w:qFormat/><w:pPr>${paragraphe}</w:pPr><w:rPr>${caracteres}</w:rPr></w:style>`

const trait = (cote: string, epaisseur: number, couleur: string): string =>
  `<w:${cote} w:val="single" w:sz="${epaisseur}" w:space="0" w:color="${couleur}"/>`

/** Horizontal rules only, a grey header, a heavier last rule. */
const styleDeTableau = [
  '<w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>',
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>',
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="table" w:customStyle="1" w:styleId="TableauRegistre"><w:name w:val="Tableau Registre"/><w:basedOn w:val="TableauNormal"/>',
  `<w:tblPr><w:tblBorders>${trait('bottom', 6, '6A6A6A')}${trait('insideH', 4, 'BDBDBD')}</w:tblBorders></w:tblPr>`,
  `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${trait('bottom', 6, '6A6A6A')}</w:tcBorders>`,
  '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
  `<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders>${trait('top', 6, '6A6A6A')}${trait('bottom', 0, 'auto').replace('single', 'nil')}</w:tcBorders></w:tcPr></w:tblStylePr>`,
  '</w:style>',
].join('')

/** `word/styles.xml`: French, Arial 10, widows and orphans controlled. */
export const stylesWord = (namespace: string): string =>
  [
    `<w:styles xmlns:w="${namespace}"><w:docDefaults><w:rPrDefault><w:rPr>`,
    `<w:rFonts w:ascii="${police}" w:hAnsi="${police}" w:eastAsia="${police}" w:cs="${police}"/>${taille(10)}`,
    '<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
    `<w:pPrDefault><w:pPr><w:widowControl/>${espace(0, 3, 1.1)}</w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    ...styles.map(ecrire),
    `<w:style w:type="character" w:customStyle="1" w:styleId="AdresseDePied"><w:name w:val="Adresse de pied"/><w:rPr>${taille(7.5)}</w:rPr></w:style>`,
    `${styleDeTableau}</w:styles>`,
  ].join('')

const puce = (numero: number, gauche: number): string =>
  `<w:abstractNum w:abstractNumId="${numero}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>` +
  `<w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${gauche}" w:hanging="${pt(12)}"/></w:pPr></w:lvl></w:abstractNum>`

/** `word/numbering.xml`: dashes, as the page has. */
export const numerotationWord = (namespace: string): string =>
  `<w:numbering xmlns:w="${namespace}">${puce(1, pt(12))}${puce(2, pt(12))}` +
  [1, 2].map((numero) => `<w:num w:numId="${numero}"><w:abstractNumId w:val="${numero}"/></w:num>`).join('') +
  '</w:numbering>'
