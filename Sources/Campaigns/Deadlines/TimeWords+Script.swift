extension TimeWords {
  /// Traditional characters of the words that times are told in, each before its simplified one: 十二月底前 and 農曆十月 are read
  /// as 农历十月 is. Others stay as they are.
  private static let script = """
    佈布 來来 個个 備备 傳传 儘尽 優优 兒儿 內内 兩两 創创 劃划 劇剧 動动 務务 勞劳 匯汇 協协 參参 員员 啓启 啟启 單单 國国
    團团 執执 報报 場场 壓压 婦妇 學学 實实 審审 寫写 將将 專专 導导 屆届 師师 帶带 強强 彙汇 後后 從从 復复 徵征 徹彻 愛爱
    慶庆 憲宪 應应 懲惩 戶户 揚扬 換换 擇择 據据 擬拟 擴扩 於于 時时 暫暂 曆历 書书 會会 條条 業业 標标 樹树 機机 檢检 權权
    歲岁 歷历 歸归 準准 滿满 為为 獎奖 現现 環环 產产 畢毕 當当 發发 盡尽 禮礼 種种 節节 簽签 紀纪 約约 級级 終终 組组 結结
    統统 網网 總总 績绩 織织 續续 義义 聖圣 職职 臘腊 與与 舉举 萬万 處处 號号 衛卫 衝冲 製制 規规 視视 訂订 計计 訊讯 記记
    設设 評评 試试 話话 誕诞 課课 調调 請请 議议 護护 負负 財财 貫贯 責责 貳贰 費费 資资 質质 賽赛 軍军 較较 輪轮 辦办 農农
    這这 週周 進进 運运 過过 達达 遞递 遲迟 遷迁 選选 還还 醫医 鋒锋 鍾钟 鐘钟 長长 門门 閉闭 開开 閏闰 間间 關关 陰阴 陸陆
    陽阳 臨临 舊旧 採采 見见 確确 爭争 緊紧 況况 頒颁 黃黄 風风 颱台 遊游 閒闲 搶抢 測测 訪访 曬晒 盤盘 階阶 際际 隨随 雙双 雜杂 離离 項项 須须 預预 領领 頭头 題题 餘余 驗验 體体 點点 黨党
    """

  /// A bit for each scalar from 0x4E00 that has another form: asked of every character before the table is.
  private static let isTraditional: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 0x5200 / 64)
    for scalar in simplifiedScalars.keys {
      bits[Int(scalar - 0x4E00) / 64] |= 1 << UInt64((scalar - 0x4E00) % 64)
    }
    return bits
  }()

  private static let simplifiedScalars: [UInt32: Character] = {
    var table: [UInt32: Character] = [:]
    for pair in script.split(whereSeparator: \.isWhitespace) {
      guard let old = pair.unicodeScalars.first, let new = pair.last else { continue }
      table[old.value] = new
    }
    return table
  }()

  /// The simplified form of a traditional character; nil for any other.
  static func simplified(_ scalar: Unicode.Scalar) -> Character? {
    let place = Int(scalar.value) - 0x4E00
    guard (0..<0x5200).contains(place), isTraditional[place / 64] >> (place % 64) & 1 == 1 else { return nil }
    return simplifiedScalars[scalar.value]
  }
}
